import {
  accept,
  allOptions,
  type Decision,
  type GameCommand,
  type GameReason,
  type GameSetup,
  type PlayerId,
  refuse,
} from "parlor/kit";
import { deal } from "./deal.ts";
import { evolve } from "./evolve.ts";
import { options } from "./options.ts";
import { outcomesOf, ranking } from "./scoring.ts";
import type { HigherOrLower, HigherOrLowerEvent } from "./state.ts";

type Verdict = Decision<HigherOrLowerEvent, GameReason>;

export const start = (setup: GameSetup): readonly HigherOrLowerEvent[] => {
  const { seed, count, seconds, timings, players } = setup;
  return [
    {
      type: "started",
      rounds: deal(seed, count),
      limit: seconds * 1000,
      timed: allOptions(options, setup.options).timed,
      timings,
      players: players.map(({ id }) => id),
      endsAt: timings.countdown,
    },
  ];
};

export const decide = (state: HigherOrLower, command: GameCommand, now: number): Verdict => {
  const isOver = state.phase.name === "podium";
  switch (command.type) {
    case "enter":
      return state.players.get(command.player)?.presence === "here"
        ? accept([])
        : accept([{ type: "entered", player: command.player }]);
    case "depart":
      return depart(state, command.player, command.gone, now);
    case "move":
      return guess(state, command.player, command.move.choice ?? -1, now);
    case "tick":
      return accept(state.phase.name !== "podium" && now >= state.phase.endsAt ? advance(state, now) : []);
    case "skip":
      return isOver ? refuse("wrong_phase") : accept(advance(state, now));
    case "stop":
      return isOver ? refuse("wrong_phase") : accept([ended(state, false)]);
    // It has no questions: nothing can be answered, added or put right.
    case "play":
      return refuse("no_open_question");
    case "extend":
      return accept([]);
    case "correct":
      return refuse("wrong_question");
  }
};

const depart = (state: HigherOrLower, player: PlayerId, gone: boolean, now: number): Verdict => {
  const standing = state.players.get(player);
  if (standing === undefined || standing.presence === (gone ? "gone" : "away")) return accept([]);
  return accept(withClosing(state, { type: "departed", player, gone }, now));
};

/** One guess a player and round, final (rule G1). */
const guess = (state: HigherOrLower, player: PlayerId, direction: number, now: number): Verdict => {
  const { phase } = state;
  if (state.players.get(player)?.presence !== "here") return refuse("not_a_player");
  if (phase.name !== "guessing") return refuse("wrong_phase");
  if (now >= phase.endsAt) return refuse("too_late");
  if (phase.guesses.has(player)) return refuse("already_answered");
  const given = { direction, time: now - phase.openedAt };
  return accept(withClosing(state, { type: "guessed", player, guess: given }, now));
};

/** What has happened, and the end of the round when nobody is left to wait for (rule H3). */
const withClosing = (state: HigherOrLower, event: HigherOrLowerEvent, now: number): readonly HigherOrLowerEvent[] => {
  const next = evolve(state, event);
  const { phase } = next;
  const here = [...next.players].filter(([, { presence }]) => presence === "here");
  const isDone = phase.name === "guessing" && here.length > 0 && here.every(([player]) => phase.guesses.has(player));
  return isDone ? [event, ...advance(next, now)] : [event];
};

/** Ends the current phase at the instant `at`. */
const advance = (state: HigherOrLower, at: number): readonly HigherOrLowerEvent[] => {
  const { phase, timings, limit, number, rounds } = state;
  const opened: HigherOrLowerEvent = { type: "opened", at, endsAt: at + limit };
  switch (phase.name) {
    case "countdown":
      return [opened];
    case "guessing":
      return [{ type: "shown", outcomes: outcomesOf(state, phase.guesses), endsAt: at + timings.reveal }];
    case "shown":
      return [{ type: "scored", endsAt: at + timings.scores }];
    case "scores":
      return [number < rounds.length ? opened : ended(state, true)];
    case "podium":
      return [];
  }
};

const ended = ({ players }: HigherOrLower, counts: boolean): HigherOrLowerEvent => ({
  type: "ended",
  standings: ranking(players),
  counts,
});
