import type { ProcessHealth } from "../../../../src/protocol/admin.ts";
import { bytesWords, figureWords } from "../words.ts";

/** One line of a chart: a process. */
export type Series = { readonly process: string; readonly points: readonly ProcessHealth[] };

export type Figure = {
  readonly id: string;
  readonly name: string;
  readonly of: (point: ProcessHealth) => number;
  readonly words: (value: number) => string;
  /** The axis reaches at least so far: noise should not look like a mountain. */
  readonly least: number;
};

export const figures: readonly Figure[] = [
  {
    id: "cpu",
    name: "CPU, cores",
    of: ({ cpu }) => cpu,
    words: (cores) => String(Number(cores.toFixed(2))),
    least: 0.2,
  },
  { id: "memory", name: "Memory", of: ({ rssBytes }) => rssBytes, words: bytesWords, least: 100e6 },
  {
    id: "delay",
    name: "Event loop delay, p99",
    of: ({ loopDelayMs }) => loopDelayMs,
    words: (ms) => `${figureWords(ms)} ms`,
    least: 20,
  },
  { id: "connections", name: "Connections", of: ({ connections }) => connections, words: figureWords, least: 10 },
  { id: "lobbies", name: "Lobbies", of: ({ lobbies }) => lobbies, words: figureWords, least: 5 },
  {
    id: "commit",
    name: "Time until saved",
    of: ({ commitMs }) => commitMs,
    words: (ms) => `${figureWords(ms)} ms`,
    least: 5,
  },
];
