import type { Ask, GameView, PlayerId } from "parlor/kit";
import { thingOf } from "./facts.ts";
import { ranking } from "./scoring.ts";
import { directions, type HigherOrLower } from "./state.ts";

/** What everybody may see: the number that is asked for when it is shown, and never before (rule G2). */
export const view = (state: HigherOrLower): GameView => {
  const { phase, number, rounds, players, limit, timings } = state;
  const isOver = phase.name === "podium";
  const lengths = { countdown: timings.countdown, guessing: limit, shown: timings.reveal, scores: timings.scores };
  return {
    number,
    total: rounds.length,
    phase: phase.name,
    phaseEndsAt: isOver ? undefined : phase.endsAt,
    phaseMs: isOver ? 0 : lengths[phase.name],
    stopped: isOver && !phase.counts,
    question: undefined,
    reveal: undefined,
    players: new Map(
      ranking(players).map(({ player, score, rank }) => [
        player,
        { score, rank, streak: players.get(player)?.chain ?? 0, answered: hasGuessed(state, player) },
      ]),
    ),
    more: partsOf(state),
  };
};

const hasGuessed = ({ phase }: HigherOrLower, player: PlayerId): boolean =>
  phase.name === "guessing" && phase.guesses.has(player);

const pairOf = ({ rounds, number }: HigherOrLower) => {
  const pair = rounds[number - 1];
  return pair === undefined ? undefined : { ...thingOf(pair.known), asked: thingOf(pair.asked).thing };
};

/** The two things while they are compared, and what came of it. */
const partsOf = (state: HigherOrLower): Readonly<Record<string, unknown>> => {
  const { phase } = state;
  const pair = pairOf(state);
  if (pair === undefined || (phase.name !== "guessing" && phase.name !== "shown")) return {};
  const { family, thing, asked } = pair;
  const shown = {
    family: family.id,
    unit: family.unit,
    known: thing,
    asked: { id: asked.id, name: asked.name },
  };
  if (phase.name === "guessing") return { pair: shown };
  const guessed = directions.map((_, place) => phase.outcomes.filter(({ direction }) => direction === place).length);
  return { pair: shown, answer: { value: asked.value, higher: asked.value > thing.value, guessed } };
};

/** A guess, for who has not made one. */
export const asks = (state: HigherOrLower, player: PlayerId): readonly Ask[] => {
  const { phase, number, players } = state;
  const asked = pairOf(state)?.asked;
  if (phase.name !== "guessing" || asked === undefined) return [];
  if (players.get(player)?.presence !== "here" || phase.guesses.has(player)) return [];
  return [
    {
      id: `guess-${number}`,
      what: "choose",
      purpose: "guess",
      prompt: `${asked.name}: higher or lower?`,
      choices: directions,
      endsAt: phase.endsAt,
    },
  ];
};

/** A player's own guess, and what it brought. */
export const own = ({ phase }: HigherOrLower, player: PlayerId): unknown => {
  if (phase.name === "guessing") return { guess: phase.guesses.get(player)?.direction ?? null };
  const outcome = phase.name === "shown" ? phase.outcomes.find((one) => one.player === player) : undefined;
  return outcome === undefined ? null : { guess: outcome.direction, right: outcome.right, points: outcome.points };
};
