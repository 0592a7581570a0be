import type { PlayerId } from "../../../src/core/ids.ts";
import type { FindTheBot, FindTheBotEvent } from "../../../src/games/find-the-bot/state.ts";
import type { About, Laws } from "./law.ts";
import { othersOf } from "./moves.ts";

const isPast = ({ number: now, phase }: FindTheBot, { number }: About, ...names: readonly string[]): boolean =>
  now > number || phase.name === "podium" || (now === number && !names.includes(phase.name));

const hasSpoken = ({ round }: FindTheBot, keeper: PlayerId): boolean =>
  round?.lines.some(({ alias }) => round.aliases.some(({ id, player }) => id === alias && player === keeper)) === true;

/** Other people and bots behind the aliases, and other votes. */
export const disguise = (
  state: FindTheBot,
  turn: number,
  seats: readonly PlayerId[] = [...state.players.keys()],
): FindTheBot => {
  const { round, phase } = state;
  if (round === undefined || (phase.name !== "talking" && phase.name !== "voting")) return state;
  const other = (player: PlayerId): PlayerId => seats[(seats.indexOf(player) + turn) % seats.length] as PlayerId;
  const aliases = round.aliases.map((alias) => ({ ...alias, player: other(alias.player) }));
  const players = new Map([...state.players].map(([id, standing]) => [id, { ...standing, bot: !standing.bot }]));
  const veiled =
    phase.name === "voting"
      ? { ...phase, votes: new Map([...phase.votes].map(([voter, bots]) => [other(voter), bots ^ turn])) }
      : phase;
  return { ...state, round: { ...round, aliases }, players, phase: veiled };
};

export const findTheBotLaws: Laws<FindTheBot, FindTheBotEvent> = {
  reaches: ["countdown", "talking", "voting", "unmasked", "scores", "podium", "alias", "suspects", "fooled"],
  landmarks: ({ phase }) =>
    phase.name === "unmasked" && phase.fooled.some(({ fooled }) => fooled > 0) ? ["fooled"] : [],
  secrets: [
    {
      name: "what somebody has written, before it is told",
      moves: (command, state, { number, keeper }) =>
        state.number === number && !hasSpoken(state, keeper) ? othersOf("alias")(command) : [],
      isTold: (state, _viewer, about) =>
        isPast(state, about, "talking") || (state.number === about.number && hasSpoken(state, about.keeper)),
    },
    {
      name: "what somebody has voted for",
      moves: (command, state, { number }) => (state.number === number ? othersOf("suspects")(command) : []),
      isTold: (state, _viewer, about) => isPast(state, about, "talking", "voting"),
    },
  ],
  disguise,
  brought: (event) =>
    event.type === "unmasked"
      ? event.marks.map(({ player, points, fooling }) => [player, points + fooling] as const)
      : [],
};
