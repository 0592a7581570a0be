import { accept, type Decision, refuse } from "../../core/decider.ts";
import type { GameCommand, GameReason, GameSetup, Question } from "../../core/game.ts";
import type { PlayerId } from "../../core/ids.ts";
import { isNear } from "../../core/near.ts";
import { allOptions } from "../../core/options.ts";
import { evolve } from "./evolve.ts";
import { laid, truthOf } from "./laying.ts";
import { options } from "./options.ts";
import { outcomesOf, ranking } from "./scoring.ts";
import type { Bluff, BluffEvent, Phase } from "./state.ts";
import { unmaskMs } from "./unmasking.ts";

type Verdict = Decision<BluffEvent, GameReason>;
type Of<Type extends GameCommand["type"]> = Extract<GameCommand, { readonly type: Type }>;

/** While a question is awaited, it is looked for no more often than this, in ms. */
const leastWait = 100;

export const start = ({
  questions,
  more,
  players,
  options: given,
  seed,
  timings,
}: GameSetup): readonly BluffEvent[] => {
  const { writing, voting, decoys } = allOptions(options, given);
  return [
    {
      type: "started",
      questions,
      more,
      seed,
      writeMs: writing * 1000,
      voteMs: voting * 1000,
      decoys,
      timings,
      players: players.map(({ id, name }) => ({ id, name })),
      endsAt: timings.countdown,
    },
  ];
};

export const decide = (state: Bluff, command: GameCommand, now: number): Verdict => {
  const isOver = state.phase.name === "podium";
  switch (command.type) {
    case "enter":
      return enter(state, command);
    case "depart":
      return depart(state, command, now);
    case "play":
      return refuse("no_open_question");
    case "move":
      return move(state, command, now);
    case "tick":
      return state.phase.name === "podium" || now < state.phase.endsAt ? accept([]) : accept(advance(state, now));
    case "skip":
      return isOver ? refuse("wrong_phase") : accept(advance(state, now));
    case "stop":
      return isOver ? refuse("wrong_phase") : accept([ended(state, false)]);
    case "extend":
      return extend(state, command);
    case "correct":
      return strike(state, command, now);
  }
};

const enter = ({ players }: Bluff, { player, name }: Of<"enter">): Verdict =>
  players.get(player)?.presence === "here" ? accept([]) : accept([{ type: "entered", player, name }]);

const depart = (state: Bluff, { player, gone }: Of<"depart">, now: number): Verdict => {
  const standing = state.players.get(player);
  if (standing === undefined || standing.presence === (gone ? "gone" : "away")) return accept([]);
  const departed: BluffEvent = { type: "departed", player, gone };
  return accept([departed, ...advanceIfAllDid(evolve(state, departed), now)]);
};

const move = (state: Bluff, { player, move: made, ask }: Of<"move">, now: number): Verdict => {
  const standing = state.players.get(player);
  if (standing === undefined || standing.presence === "gone") return refuse("not_a_player");
  return ask.what === "write"
    ? write(state, player, made.text ?? "", now)
    : vote(state, player, made.choice ?? -1, now);
};

/** One lie a player and question, final, and not near to the truth (rules L1 to L3). */
const write = (state: Bluff, player: PlayerId, text: string, now: number): Verdict => {
  const { phase } = state;
  const question = state.questions[state.current];
  if (phase.name !== "writing" || question === undefined) return refuse("no_such_ask");
  if (now >= phase.endsAt) return refuse("too_late");
  if (phase.lies.has(player)) return refuse("already_answered");
  if (!/[\p{L}\p{N}]/u.test(text)) return refuse("malformed");
  if (isNear(text, truthOf(question))) return refuse("too_near");
  const wrote: BluffEvent = { type: "wrote", player, text };
  return accept([wrote, ...advanceIfAllDid(evolve(state, wrote), now)]);
};

/** One vote a player and question, final, and not for one's own lie (rules V2 and V3). */
const vote = (state: Bluff, player: PlayerId, choice: number, now: number): Verdict => {
  const { phase } = state;
  if (phase.name !== "voting") return refuse("no_such_ask");
  if (now >= phase.endsAt) return refuse("too_late");
  if (phase.votes.has(player)) return refuse("already_answered");
  const option = phase.options[choice];
  if (option === undefined) return refuse("no_such_choice");
  if (option.authors.includes(player)) return refuse("own_work");
  const voted: BluffEvent = { type: "voted", player, choice, time: Math.max(0, now - phase.openedAt) };
  return accept([voted, ...advanceIfAllDid(evolve(state, voted), now)]);
};

/** Nobody is waited for but who is here and has something to do. */
const advanceIfAllDid = (state: Bluff, now: number): readonly BluffEvent[] => {
  const { phase, players } = state;
  if (phase.name !== "writing" && phase.name !== "voting") return [];
  const done: ReadonlyMap<PlayerId, unknown> = phase.name === "writing" ? phase.lies : phase.votes;
  const here = [...players].filter(([, { presence }]) => presence === "here");
  const allDid = here.length > 0 && here.every(([player]) => done.has(player));
  return allDid ? advance(state, Math.min(now, phase.endsAt)) : [];
};

/** Ends the current phase at the instant `at`. */
const advance = (state: Bluff, at: number): readonly BluffEvent[] => {
  const { phase, timings } = state;
  switch (phase.name) {
    case "countdown":
      return [opened(state, at)];
    case "writing":
      return [lay(state, phase, at)];
    case "voting":
      return [closed(state, phase, at)];
    case "unmask":
      return [{ type: "scored", endsAt: at + timings.scores }];
    case "scores":
      if (state.current + 1 < state.questions.length) return [opened(state, at)];
      // The next question is still being made: the scores stay a while longer.
      if (state.more > 0) return [{ type: "scored", endsAt: at + Math.max(leastWait, timings.scores), again: true }];
      return [ended(state, true)];
    case "podium":
      return [];
  }
};

const opened = (state: Bluff, at: number): BluffEvent => {
  const question = state.questions[state.current + 1];
  if (question === undefined) return ended(state, true);
  return { type: "opened", question: question.id, endsAt: at + state.writeMs };
};

/** Where there is nothing but the truth, there is nothing to vote on. */
const lay = (state: Bluff, { lies }: Phase & { readonly name: "writing" }, at: number): BluffEvent => {
  const set = laid(state.questions[state.current] as Question, lies, state);
  return set.options.length > 1
    ? { type: "laid", ...set, at, endsAt: at + state.voteMs }
    : closed(state, { ...set, votes: new Map() }, at);
};

type Tally = Pick<Phase & { readonly name: "voting" }, "options" | "key" | "votes">;

const closed = (state: Bluff, tally: Tally, at: number): BluffEvent => {
  const { id } = state.questions[state.current] as Question;
  const { options: shown, key } = tally;
  const outcomes = outcomesOf(tally, state.players, state.voteMs);
  const endsAt = at + unmaskMs(shown.length, state.timings);
  return { type: "closed", round: { question: id, options: shown, key, outcomes }, endsAt };
};

const ended = ({ players }: Bluff, counts: boolean): BluffEvent => ({
  type: "ended",
  standings: ranking(players),
  counts,
});

/** More questions than were awaited are welcome, but a game never grows beyond what it was announced to be. */
const extend = (state: Bluff, { questions, last }: Of<"extend">): Verdict => {
  if (state.phase.name === "podium" || state.more === 0) return accept([]);
  const known = new Set(state.questions.map(({ id }) => id));
  const fresh = questions.filter(({ id }) => !known.has(id)).slice(0, state.more);
  if (fresh.length === 0 && !last) return accept([]);
  return accept([{ type: "extended", questions: fresh, more: last ? 0 : state.more - fresh.length }]);
};

/** A question can be struck out, but given no other truth: what has been written was held against this one. */
const strike = (state: Bluff, { question, key }: Of<"correct">, now: number): Verdict => {
  const index = state.questions.findIndex(({ id }) => id === question);
  const struck = state.questions[index];
  if (struck === undefined || index > state.current || key !== null) return refuse("wrong_question");
  if (state.phase.name === "podium") return refuse("wrong_phase");
  if (state.struck.has(question)) return accept([]);
  const event: BluffEvent = { type: "struck", question: struck.id };
  return accept([event, ...overIfOpen(evolve(state, event), index, now)]);
};

/** There is nothing to wait for in an open question that was struck out. */
const overIfOpen = (state: Bluff, index: number, now: number): readonly BluffEvent[] => {
  const { phase } = state;
  if (index !== state.current || (phase.name !== "writing" && phase.name !== "voting")) return [];
  const at = Math.min(now, phase.endsAt);
  if (phase.name === "voting") return [closed(state, phase, at)];
  const set = laid(state.questions[index] as Question, phase.lies, state);
  return [closed(state, { ...set, votes: new Map() }, at)];
};
