import type { ProcessHealth } from "../../../../src/protocol/admin.ts";
import { inFigures } from "../../text/figures.ts";
import { bytesWords, figureWords, millisecondWords } from "../words.ts";

/** One line of a chart: a process. */
export type Series = { readonly process: string; readonly points: readonly ProcessHealth[] };

export type Figure = {
  readonly id: "cpu" | "memory" | "delay" | "connections" | "lobbies" | "commit";
  readonly of: (point: ProcessHealth) => number;
  readonly words: (value: number) => string;
  /** The axis reaches at least so far: noise should not look like a mountain. */
  readonly least: number;
};

export const figures: readonly Figure[] = [
  {
    id: "cpu",
    of: ({ cpu }) => cpu,
    words: (cores) => inFigures(cores, { maximumFractionDigits: 2 }),
    least: 0.2,
  },
  { id: "memory", of: ({ rssBytes }) => rssBytes, words: bytesWords, least: 100e6 },
  {
    id: "delay",
    of: ({ loopDelayMs }) => loopDelayMs,
    words: millisecondWords,
    least: 20,
  },
  { id: "connections", of: ({ connections }) => connections, words: figureWords, least: 10 },
  { id: "lobbies", of: ({ lobbies }) => lobbies, words: figureWords, least: 5 },
  {
    id: "commit",
    of: ({ commitMs }) => commitMs,
    words: millisecondWords,
    least: 5,
  },
];
