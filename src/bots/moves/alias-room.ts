import type { AliasScene } from "./alias-scene.ts";
import type { Situation } from "./move.ts";

/** How the others write here, as people take after each other: times the usual. */
export type Room = { readonly lines: number; readonly letters: number };

/** In the usual talk a name says so much a minute, once everybody has thought about the prompt. */
const linesAMinute = 2.7;
const silentMs = 15_000;
/** The mean logarithm of the letters of a line. */
const usualLetters = 2.8;
/** So many lines weigh as much as what is usual. */
const trustLines = 5;
const trustLetters = 4;
const [least, most] = [0.3, 3];

type Told = { readonly round: number; readonly alias: string; readonly text: string };

const within = (value: number): number => Math.min(most, Math.max(least, value));

/** What this room is like, from the lines of this round and of those before it. `talkMs` is how long a talk lasts. */
export const roomOf = (
  { state, told, leftMs }: Situation,
  scene: AliasScene,
  own: readonly string[],
  talkMs: number,
): Room => {
  const { number } = state.game;
  const all = told.flatMap(({ type, payload }) => (type === "line" ? [payload as Told] : []));
  const lines = all.filter(({ round, alias }) => round < number || !own.includes(alias));
  const rounds = new Set(lines.map(({ round }) => round).filter((round) => round < number)).size;
  const talkedMs = rounds * Math.max(0, talkMs - silentMs) + Math.max(0, talkMs - leftMs - silentMs);
  const names = scene.aliases.length - own.length;
  const usual = (linesAMinute * names * talkedMs) / 60_000;
  const letters = lines.reduce((sum, { text }) => sum + Math.log(Math.max(1, text.length)) - usualLetters, 0);
  return {
    lines: within((lines.length + trustLines) / (usual + trustLines)),
    letters: within(Math.exp(letters / (lines.length + trustLetters))),
  };
};
