import { accept, refuse } from "../../core/decider.ts";
import type { GameCommand, GameSetup } from "../../core/game.ts";
import type { PlayerId } from "../../core/ids.ts";
import { allOptions } from "../../core/options.ts";
import { deal } from "./deal.ts";
import { evolve } from "./evolve.ts";
import { options } from "./options.ts";
import { isMarked, outcomeOf, ranking } from "./scoring.ts";
import type { FindTheBot, FindTheBotEvent, Phase, Round } from "./state.ts";
import { beat, hush, type Verdict, write } from "./talking.ts";

/** At the usual countdown of 3 s a beat is 600 ms; a faster server has faster beats. */
const beatMs = (countdown: number): number => Math.max(20, Math.min(600, Math.round(countdown / 5)));
/** There is more to look at than the right one of four answers. */
const unmasking = 3;

export const start = ({ players, options: given, seed, timings }: GameSetup): readonly FindTheBotEvent[] => {
  const { rounds, talk, vote } = allOptions(options, given);
  return [
    {
      type: "started",
      seed,
      rounds,
      talkMs: talk * 1000,
      voteMs: vote * 1000,
      beatMs: beatMs(timings.countdown),
      timings,
      players: players.map(({ id, name, bot }) => ({ id, name, bot })),
      endsAt: timings.countdown,
    },
  ];
};

export const decide = (state: FindTheBot, command: GameCommand, now: number): Verdict => {
  switch (command.type) {
    case "enter":
      return enter(state, command);
    case "depart":
      return depart(state, command.player, command.gone, now);
    case "play":
      return refuse("no_open_question");
    case "move":
      return move(state, command, now);
    case "tick":
      return tick(state, now);
    case "skip":
      return state.phase.name === "podium" ? refuse("wrong_phase") : accept(advance(state, now));
    case "stop":
      return state.phase.name === "podium" ? refuse("wrong_phase") : accept([ended(state, false)]);
    case "extend":
      return accept([]);
    case "correct":
      return refuse("wrong_question");
  }
};

type Of<Type extends GameCommand["type"]> = Extract<GameCommand, { readonly type: Type }>;

const enter = ({ players }: FindTheBot, { player, name, bot }: Of<"enter">): Verdict =>
  players.get(player)?.presence === "here" ? accept([]) : accept([{ type: "entered", player, name, bot }]);

const depart = (state: FindTheBot, player: PlayerId, gone: boolean, now: number): Verdict => {
  const standing = state.players.get(player);
  if (standing === undefined || standing.presence === (gone ? "gone" : "away")) return accept([]);
  const departed: FindTheBotEvent = { type: "departed", player, gone };
  return accept([departed, ...unmaskIfAllVoted(evolve(state, departed), now)]);
};

const move = (state: FindTheBot, { player, ask, move: made }: Of<"move">, now: number): Verdict => {
  const standing = state.players.get(player);
  if (standing === undefined || standing.presence === "gone") return refuse("not_a_player");
  return ask.what === "write"
    ? write(state, player, ask.id, made.text ?? "", now)
    : vote(state, player, made.number ?? -1, now);
};

/** One vote a player and round, final (rules V1 and V2). */
const vote = (state: FindTheBot, player: PlayerId, bots: number, now: number): Verdict => {
  const { phase, round } = state;
  if (phase.name !== "voting" || round === undefined) return refuse("no_such_ask");
  if (now >= phase.endsAt) return refuse("too_late");
  if (phase.votes.has(player)) return refuse("already_answered");
  if (!Number.isInteger(bots) || bots < 0 || bots >= 2 ** round.aliases.length) return refuse("malformed");
  if (round.aliases.some((alias, index) => alias.player === player && isMarked(bots, index))) {
    return refuse("own_work");
  }
  const voted: FindTheBotEvent = { type: "voted", player, bots };
  return accept([voted, ...unmaskIfAllVoted(evolve(state, voted), now)]);
};

const tick = (state: FindTheBot, now: number): Verdict => {
  const { phase, round } = state;
  if (phase.name === "podium") return accept([]);
  if (now >= phase.endsAt) return accept(advance(state, now));
  return phase.name === "talking" && round !== undefined ? beat(state, round, phase, now) : accept([]);
};

/** Ends the current phase at the instant `at`. */
const advance = (state: FindTheBot, at: number): readonly FindTheBotEvent[] => {
  const { phase, timings, number, rounds } = state;
  switch (phase.name) {
    case "countdown":
      return [opened(state, at)];
    case "talking":
      return [hush(state, phase, at)];
    case "voting":
      return [unmasked(state, phase, at)];
    case "unmasked":
      return [{ type: "scored", endsAt: at + timings.scores }];
    case "scores":
      return [number < rounds ? opened(state, at) : ended(state, true)];
    case "podium":
      return [];
  }
};

const opened = (state: FindTheBot, at: number): FindTheBotEvent => ({
  type: "opened",
  ...deal(state, state.number + 1),
  at,
  endsAt: at + state.talkMs,
});

const unmasked = (state: FindTheBot, { votes }: Phase & { readonly name: "voting" }, at: number): FindTheBotEvent => ({
  type: "unmasked",
  ...outcomeOf(state.round as Round, state.players, votes),
  endsAt: at + unmasking * state.timings.reveal,
});

const unmaskIfAllVoted = (state: FindTheBot, now: number): readonly FindTheBotEvent[] => {
  const { phase, players } = state;
  if (phase.name !== "voting") return [];
  const here = [...players].filter(([, { presence }]) => presence === "here");
  const allVoted = here.length > 0 && here.every(([player]) => phase.votes.has(player));
  return allVoted ? [unmasked(state, phase, Math.min(now, phase.endsAt))] : [];
};

const ended = ({ players }: FindTheBot, counts: boolean): FindTheBotEvent => ({
  type: "ended",
  standings: ranking(players),
  counts,
});
