import { accept, type Decision, fold, refuse } from "../../core/decider.ts";
import type { GameCommand, GameReason, GameSetup } from "../../core/game.ts";
import type { PlayerId } from "../../core/ids.ts";
import { allOptions } from "../../core/options.ts";
import { quiz as quizGame } from "../quiz/index.ts";
import type { QuizEvent } from "../quiz/state.ts";
import { evolve } from "./evolve.ts";
import { teamsOptions } from "./options.ts";
import { candidatesIn, formed, hasRoom, smallest } from "./sides.ts";
import { sides, type Started, type Teams, type TeamsEvent } from "./state.ts";

type Verdict = Decision<TeamsEvent, GameReason>;

/** How long there is to pick a side, as a multiple of the countdown. */
const gatheringCountdowns = 5;

export const start = (setup: GameSetup): readonly TeamsEvent[] => {
  const options = allOptions(teamsOptions, setup.options);
  const [opening] = quizGame.start({ ...setup, options: {} });
  if (opening?.type !== "started") throw new Error("a quiz begins with its start");
  const opened: TeamsEvent = {
    type: "opened",
    sides: sides.slice(0, options.teams),
    seed: setup.seed,
    withFinal: options.final,
    players: setup.players.map(({ id, bot }) => ({ id, bot })),
    opening: opening satisfies Started,
    endsAt: options.sides === "picked" ? setup.timings.countdown * gatheringCountdowns : 0,
  };
  return options.sides === "picked" ? [opened] : [opened, form(evolve(undefined, opened), 0)];
};

export const decide = (teams: Teams, command: GameCommand, now: number): Verdict => {
  if (command.type === "move" && command.ask.purpose === "team_line") return talk(teams, command, now);
  return teams.gathering === undefined ? inQuiz(teams, command, now) : gather(teams, teams.gathering, command, now);
};

/** Who has picked keeps the side; all others are spread, and the quiz begins. */
const form = (teams: Teams, at: number): TeamsEvent & { readonly type: "formed" } => {
  const made = formed(candidatesIn(teams), teams.seed);
  return { type: "formed", teams: [...made].map(([player, team]) => ({ player, team })), at };
};

const gather = (
  teams: Teams,
  { endsAt, players }: NonNullable<Teams["gathering"]>,
  command: GameCommand,
  now: number,
): Verdict => {
  switch (command.type) {
    case "enter":
      return accept([{ type: "came", player: command.player, bot: command.bot }]);
    case "depart":
      return players.has(command.player)
        ? accept([{ type: "went", player: command.player, gone: command.gone }])
        : accept([]);
    case "move": {
      const team = teams.sides[command.move.choice ?? -1];
      if (team === undefined) return refuse("no_such_choice");
      if (!players.has(command.player)) return refuse("not_a_player");
      if (!hasRoom(teams, team, command.player)) return refuse("locked_out");
      return accept([{ type: "picked", player: command.player, team }]);
    }
    case "tick":
      return now < endsAt ? accept([]) : accept(begun(teams, now));
    case "skip":
      return accept(begun(teams, now));
    case "stop":
      return stopped(teams, now);
    case "play":
      return refuse("no_open_question");
    case "extend":
    case "correct":
      // Nothing is asked yet; the questions that come now are those that the quiz begins with.
      return command.type === "correct" ? refuse("wrong_question") : extendOpening(teams, command);
  }
};

/** What comes while sides are picked waits with the rest of the opening. */
const extendOpening = (teams: Teams, command: GameCommand & { readonly type: "extend" }): Verdict => {
  const quiz = quizGame.evolve(undefined, teams.opening);
  const decision = quizGame.decide(quiz, command, 0);
  return decision.ok ? accept(decision.events.map(asQuiz)) : decision;
};

const asQuiz = (event: QuizEvent): TeamsEvent => ({ type: "quiz", event });

/** The sides are made; who is away by then is so in the quiz, too. */
const begun = (teams: Teams, at: number): readonly TeamsEvent[] => {
  const forming = form(teams, at);
  let after = evolve(teams, forming);
  const events: TeamsEvent[] = [forming];
  for (const [player, { here }] of teams.gathering?.players ?? []) {
    if (here || after.quiz === undefined) continue;
    const left = quizGame.decide(after.quiz, { type: "depart", player, gone: false }, at);
    const more = left.ok ? left.events.map(asQuiz) : [];
    after = fold<Teams, TeamsEvent>(evolve, after, more);
    events.push(...more);
  }
  return events;
};

const stopped = (teams: Teams, now: number): Verdict => {
  const events = begun(teams, now);
  const after = fold<Teams, TeamsEvent>(evolve, teams, events);
  const rest = inQuiz(after, { type: "stop" }, now);
  return rest.ok ? accept([...events, ...rest.events]) : rest;
};

/** What the quiz makes of it, and what that means for the sides. */
const inQuiz = (teams: Teams, command: GameCommand, now: number): Verdict => {
  const { quiz } = teams;
  if (quiz === undefined) return refuse("no_game");
  if (command.type === "play" && !mayAnswer(teams, command.player)) return refuse("locked_out");
  const decision = quizGame.decide(quiz, command, now);
  if (!decision.ok) return decision;
  const draft = new Steps(teams);
  if (command.type === "enter" && !teams.sideOf.has(command.player)) {
    draft.add({ type: "sided", player: command.player, team: smallest(teams) });
  }
  for (const event of decision.events) draft.add(asQuiz(event));
  if (decision.events.some(({ type }) => type === "asked")) draft.nameCaptains();
  draft.closeFinal(now);
  return accept(draft.events);
};

/** In the final only captains answer; where nobody could be one, everybody does (rule F1). */
const mayAnswer = ({ captains }: Teams, player: PlayerId): boolean =>
  captains.size === 0 || [...captains.values()].includes(player);

const talk = (teams: Teams, { player, move }: GameCommand & { readonly type: "move" }, now: number): Verdict => {
  const team = teams.sideOf.get(player);
  if (team === undefined) return refuse("not_a_player");
  return accept([{ type: "said", player, team, text: move.text ?? "", at: now }]);
};

/** Events in the making, each applied at once. */
class Steps {
  readonly events: TeamsEvent[] = [];
  #teams: Teams;

  constructor(teams: Teams) {
    this.#teams = teams;
  }

  add(event: TeamsEvent): void {
    this.events.push(event);
    this.#teams = evolve(this.#teams, event);
  }

  /** The best of each side who is here, when the last question has been asked. */
  nameCaptains(): void {
    const { quiz, withFinal, sides: all, sideOf } = this.#teams;
    if (quiz === undefined || !withFinal || quiz.more > 0 || quiz.questions.length < 2) return;
    if (quiz.current !== quiz.questions.length - 1) return;
    const here = [...quiz.players].filter(([, { presence }]) => presence === "here");
    const captains = all.flatMap((team) => {
      const members = here.filter(([player]) => sideOf.get(player) === team);
      const [best] = members.toSorted(([, one], [, other]) => other.score - one.score);
      return best === undefined ? [] : [{ team, player: best[0] }];
    });
    if (captains.length > 0) this.add({ type: "captains", captains });
  }

  /** Nobody waits for who may not answer. */
  closeFinal(now: number): void {
    const { quiz, captains } = this.#teams;
    if (quiz === undefined || captains.size === 0 || quiz.phase.name !== "question") return;
    const { answers } = quiz.phase;
    const isWaited = (player: PlayerId): boolean =>
      quiz.players.get(player)?.presence === "here" && !answers.has(player);
    if ([...captains.values()].some(isWaited)) return;
    const decision = quizGame.decide(quiz, { type: "skip" }, now);
    if (decision.ok) for (const event of decision.events) this.add(asQuiz(event));
  }
}
