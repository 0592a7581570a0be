import { accept, type Decision, refuse } from "../../core/decider.ts";
import type { GameCommand, GameReason, GameSetup } from "../../core/game.ts";
import type { PlayerId } from "../../core/ids.ts";
import { allOptions } from "../../core/options.ts";
import { evolve } from "./evolve.ts";
import { openingFor } from "./openings.ts";
import { options } from "./options.ts";
import type { Line, Story, StoryEvent } from "./state.ts";
import { advance, ended, turned } from "./turns.ts";

type Verdict = Decision<StoryEvent, GameReason>;
type Of<Type extends GameCommand["type"]> = Extract<GameCommand, { readonly type: Type }>;

export const longestSentence = 200;

export const start = ({ players, options: given, seed, timings }: GameSetup): readonly StoryEvent[] => {
  const { turns, sentences, seconds, language, keep } = allOptions(options, given);
  return [
    {
      type: "started",
      seed,
      turns,
      sentences,
      writeMs: seconds * 1000,
      language,
      keep,
      timings,
      opening: openingFor(seed, language),
      players: players.map(({ id, name }) => ({ id, name })),
      endsAt: timings.countdown,
    },
  ];
};

export const decide = (state: Story, command: GameCommand, now: number): Verdict => {
  const { phase } = state;
  const isOver = phase.name === "podium";
  switch (command.type) {
    case "enter":
      return enter(state, command, now);
    case "depart":
      return depart(state, command.player, command.gone, now);
    case "play":
      return refuse("no_open_question");
    case "move":
      return move(state, command, now);
    case "tick":
      return accept(phase.name !== "podium" && now >= phase.endsAt ? advance(state, now) : []);
    case "skip":
      return isOver ? refuse("wrong_phase") : accept(advance(state, now));
    case "stop":
      return isOver ? refuse("wrong_phase") : accept([ended(state, false)]);
    case "extend":
      return accept([]);
    case "correct":
      return refuse("wrong_question");
  }
};

/** A turn that was nobody's belongs to the first who comes. */
const enter = (state: Story, { player, name }: Of<"enter">, now: number): Verdict => {
  if (state.players.get(player)?.presence === "here") return accept([]);
  const entered: StoryEvent = { type: "entered", player, name };
  const { phase, turns, number } = state;
  const isFree = phase.name === "writing" && turns === "seats" && phase.writer === null;
  return accept(isFree ? [entered, turned(evolve(state, entered), number, now)] : [entered]);
};

const depart = (state: Story, player: PlayerId, gone: boolean, now: number): Verdict => {
  const standing = state.players.get(player);
  if (standing === undefined || standing.presence === (gone ? "gone" : "away")) return accept([]);
  const departed: StoryEvent = { type: "departed", player, gone };
  const { phase, number } = state;
  if (phase.name === "writing" && phase.writer === player)
    return accept([departed, turned(evolve(state, departed), number, now)]);
  return accept(withClosing(state, departed, now));
};

const move = (state: Story, { player, ask, move: made }: Of<"move">, now: number): Verdict => {
  if (state.players.get(player)?.presence !== "here") return refuse("not_a_player");
  return ask.what === "write"
    ? write(state, player, made.text ?? "", now)
    : vote(state, player, made.choice ?? -1, now);
};

/** Rules W1, W3 and W4. */
const write = (state: Story, player: PlayerId, written: string, now: number): Verdict => {
  const { phase, turns } = state;
  const text = written.replace(/\s+/g, " ").trim();
  if (phase.name !== "writing") return refuse("wrong_phase");
  if (now >= phase.endsAt) return refuse("too_late");
  if (text === "" || text.length > longestSentence) return refuse("malformed");
  const wrote: StoryEvent = { type: "wrote", player, text };
  if (turns === "votes") {
    if (phase.proposals.some((line) => line.player === player)) return refuse("already_answered");
    return accept(withClosing(state, wrote, now));
  }
  if (phase.writer !== player) return refuse("no_such_ask");
  return accept([wrote, ...advance(evolve(state, wrote), now)]);
};

/** Rule V2. */
const vote = (state: Story, player: PlayerId, choice: number, now: number): Verdict => {
  const { phase } = state;
  if (phase.name !== "choosing") return refuse("wrong_phase");
  if (now >= phase.endsAt) return refuse("too_late");
  if (phase.votes.has(player)) return refuse("already_answered");
  const chosen = phase.candidates[choice];
  if (chosen === undefined) return refuse("no_such_choice");
  if (chosen.player === player) return refuse("own_work");
  return accept(withClosing(state, { type: "voted", player, choice }, now));
};

/** What has happened, and the end of the phase when nobody is left to wait for (rules W3, V3 and C3). */
const withClosing = (state: Story, event: StoryEvent, now: number): readonly StoryEvent[] => {
  const next = evolve(state, event);
  const here = [...next.players].filter(([, { presence }]) => presence === "here").map(([player]) => player);
  return here.length > 0 && isDone(next, here) ? [event, ...advance(next, now)] : [event];
};

const isDone = ({ phase, turns }: Story, here: readonly PlayerId[]): boolean => {
  if (phase.name === "writing" && turns === "votes")
    return here.every((player) => phase.proposals.some((line) => line.player === player));
  if (phase.name !== "choosing") return false;
  return here.every((player) => phase.votes.has(player) || !mayVote(phase.candidates, player));
};

/** Whether there is anything that is not their own. */
const mayVote = (candidates: readonly Line[], player: PlayerId): boolean =>
  candidates.some((line) => line.player !== player);
