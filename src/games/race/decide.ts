import { accept, type Decision, refuse } from "../../core/decider.ts";
import type { GameCommand, GameReason, GameSetup, Question } from "../../core/game.ts";
import { allOptions } from "../../core/options.ts";
import { shuffled } from "../../core/shuffled.ts";
import { answer, choose, closed, closedIfNobodyMay, silent } from "./answering.ts";
import { drawn, drawnIfAllPressed, press } from "./buzzing.ts";
import { correct } from "./correct.ts";
import { evolve } from "./evolve.ts";
import { options } from "./options.ts";
import { isReached, ranking } from "./scoring.ts";
import type { Phase, Race, RaceEvent } from "./state.ts";

type Verdict = Decision<RaceEvent, GameReason>;
type Of<Type extends GameCommand["type"]> = Extract<GameCommand, { readonly type: Type }>;

/** While a question is awaited, it is looked for no more often than this, in ms. */
const leastWait = 100;
/** Who buzzes should know the answer: there is half as long to give it, but at least this, in ms. */
const leastToAnswer = 5000;

/** Whether there is something to choose from. */
export const suits = ({ choices, number }: Question): boolean => choices.length > 1 && number === undefined;

export const start = ({
  questions,
  more,
  seconds,
  players,
  options: given,
  seed,
  timings,
}: GameSetup): readonly RaceEvent[] => [
  {
    type: "started",
    questions: questions.filter(suits).map((question) => shuffled(question, seed)),
    more,
    seed,
    goal: allOptions(options, given).goal,
    buzzMs: seconds * 1000,
    answerMs: Math.max(leastToAnswer, seconds * 500),
    timings,
    players: players.map(({ id }) => id),
    endsAt: timings.countdown,
  },
];

export const decide = (race: Race, command: GameCommand, now: number): Verdict => {
  const isOver = race.phase.name === "podium";
  switch (command.type) {
    case "enter":
      return race.players.get(command.player)?.presence === "here"
        ? accept([])
        : accept([{ type: "entered", player: command.player }]);
    case "depart":
      return depart(race, command, now);
    case "play":
      return isPlayer(race, command) ? answer(race, command.player, command.message, now) : refuse("not_a_player");
    case "move":
      return isPlayer(race, command) ? move(race, command, now) : refuse("not_a_player");
    case "tick":
      return now < (nextDeadline(race) ?? Infinity) ? accept([]) : accept(advance(race, now));
    case "skip":
      return isOver ? refuse("wrong_phase") : accept(skipped(race, now));
    case "stop":
      return isOver ? refuse("wrong_phase") : accept([ended(race, false)]);
    case "extend":
      return extend(race, command);
    case "correct":
      return correct(race, command.question, command.key, now);
  }
};

export const nextDeadline = ({ phase }: Race): number | undefined => {
  if (phase.name === "podium") return undefined;
  return phase.name === "buzzing" ? (phase.drawAt ?? phase.endsAt) : phase.endsAt;
};

/** Who is not here has no buzz, and can't press for one. */
const isPlayer = ({ players }: Race, { player }: Of<"play"> | Of<"move">): boolean =>
  players.get(player)?.presence === "here";

const move = (race: Race, { player, ask, move: made }: Of<"move">, now: number): Verdict =>
  ask.what === "press" ? press(race, player, now) : choose(race, player, made.choice ?? -1, now);

/** Who had the buzz has lost it; nobody waits for who is not here (rules C2 and C3). */
const depart = (race: Race, { player, gone }: Of<"depart">, now: number): Verdict => {
  const standing = race.players.get(player);
  if (standing === undefined || standing.presence === (gone ? "gone" : "away")) return accept([]);
  const departed: RaceEvent = { type: "departed", player, gone };
  const next = evolve(race, departed);
  const { phase } = next;
  if (phase.name === "answering" && phase.player === player) {
    return accept([departed, ...silent(next, phase, Math.min(now, phase.endsAt))]);
  }
  const over = closedIfNobodyMay(next, now);
  return accept([departed, ...(over.length > 0 ? over : drawnIfAllPressed(next, now))]);
};

/** Ends the current phase at the instant `at`. */
const advance = (race: Race, at: number): readonly RaceEvent[] => {
  const { phase, timings } = race;
  switch (phase.name) {
    case "countdown":
      return [opened(race, at)];
    case "buzzing":
      return phase.presses.size > 0 ? [drawn(race, phase, at)] : [closed(race, phase.tries, at)];
    case "answering":
      return silent(race, phase, at);
    case "reveal":
      return [{ type: "scored", endsAt: at + timings.scores }];
    case "scores":
      if (isReached(race)) return [ended(race, true)];
      if (race.current + 1 < race.questions.length) return [opened(race, at)];
      // The next question is still being made: the scores stay a while longer.
      if (race.more > 0) return [{ type: "scored", endsAt: at + Math.max(leastWait, timings.scores) }];
      return [ended(race, true)];
    case "podium":
      return [];
  }
};

/** A question that is skipped is over, whoever has the buzz. */
const skipped = (race: Race, at: number): readonly RaceEvent[] => {
  const { phase }: { readonly phase: Phase } = race;
  return phase.name === "buzzing" || phase.name === "answering" ? [closed(race, phase.tries, at)] : advance(race, at);
};

const opened = (race: Race, at: number): RaceEvent => {
  const question = race.questions[race.current + 1];
  if (question === undefined) return ended(race, true);
  return { type: "opened", question: question.id, at, endsAt: at + race.buzzMs };
};

const ended = ({ players }: Race, counts: boolean): RaceEvent => ({
  type: "ended",
  standings: ranking(players),
  counts,
});

/** A game never grows beyond what it was announced to be. */
const extend = (race: Race, { questions, last }: Of<"extend">): Verdict => {
  if (race.phase.name === "podium" || race.more === 0) return accept([]);
  const known = new Set(race.questions.map(({ id }) => id));
  const fresh = questions.filter((question) => suits(question) && !known.has(question.id)).slice(0, race.more);
  if (fresh.length === 0 && !last) return accept([]);
  const dealt = fresh.map((question) => shuffled(question, race.seed));
  return accept([{ type: "extended", questions: dealt, more: last ? 0 : race.more - fresh.length }]);
};
