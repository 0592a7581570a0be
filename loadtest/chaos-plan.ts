import type { Random } from "./chaos-random.ts";

/** What a lobby is doing when its process is killed. `closing` is the instant of a question's last answer. */
export const phases = ["building", "countdown", "question", "closing", "reveal", "scores", "podium", "waking"] as const;
export type PhaseName = (typeof phases)[number];

/** A kill, and where in the game: `number` is the question's, from 1. */
export type Stop = { readonly phase: PhaseName; readonly number: number; readonly moment: number };

export type GamePlan = {
  readonly count: number;
  readonly seconds: number;
  /** In the order in which a game comes by them. */
  readonly stops: readonly Stop[];
  readonly newLobby: boolean;
};

/** How likely a game is stopped in a phase. */
const odds = { building: 0.9, countdown: 0.9, question: 0.45, closing: 0.3, reveal: 0.4, scores: 0.4, podium: 0.9 };
/** How likely the process that is to wake the lobby is killed while it does. */
const wakingOdds = 0.22;

/** Games enough for so many kills; the same for the same seed. */
export const planOf = (kills: number, random: Random): readonly GamePlan[] => {
  const games: GamePlan[] = [];
  for (let left = kills; left > 0;) {
    const count = 3 + Math.floor(random() * 3);
    const seconds = 3 + Math.floor(random() * 3);
    const stops = stopsOf(count, random).slice(0, left);
    left -= stops.length;
    games.push({ count, seconds, stops, newLobby: games.length % 3 === 0 });
  }
  return games;
};

const stopsOf = (count: number, random: Random): readonly Stop[] => {
  const stops: Stop[] = [];
  const perhaps = (phase: keyof typeof odds, number: number, share = 1): void => {
    if (random() >= odds[phase] * share) return;
    stops.push({ phase, number, moment: random() });
    if (random() < wakingOdds) stops.push({ phase: "waking", number, moment: random() });
  };
  perhaps("building", 0);
  perhaps("countdown", 0);
  for (let number = 1; number <= count; number++) {
    perhaps("question", number);
    perhaps("closing", number);
    perhaps("reveal", number);
    perhaps("scores", number);
  }
  perhaps("podium", count);
  return stops;
};
