import { readFile, writeFile } from "node:fs/promises";
import { cpus, type } from "node:os";
import { fileURLToPath } from "node:url";
import { median, percentile, shown } from "./figures.ts";
import type { AnswerFigures, ChatFigures } from "./windows.ts";

/** All windows of one server with one number of players. */
export type Windows = { readonly chats: ChatFigures[]; readonly answers: AnswerFigures[] };

/** Both servers with one number of players. */
export type Match = { readonly size: number; readonly parlor: Windows; readonly plain: Windows };

const measures: readonly (readonly [name: string, of: (windows: Windows) => number])[] = [
  ["CPU per delivered chat line, µs", ({ chats }) => median(chats.map(({ cpuUs }) => cpuUs))],
  ["bytes per delivered chat line", ({ chats }) => median(chats.map(({ bytes }) => bytes))],
  ["CPU per answer, µs", ({ answers }) => median(answers.map(({ cpuUs }) => cpuUs))],
  ["bytes to each player a round", ({ answers }) => median(answers.map(({ bytes }) => bytes))],
  ["answer → reply p50, ms", ({ answers }) => median(answers.flatMap(({ replyMs }) => replyMs))],
  [
    "answer → reply p99, ms",
    ({ answers }) =>
      percentile(
        answers.flatMap(({ replyMs }) => replyMs),
        0.99,
      ),
  ],
];

/** The table of all figures in Markdown. */
export const tableOf = (matches: readonly Match[]): string => {
  const rows = matches.flatMap(({ size, parlor, plain }) =>
    measures.map(([name, of]) => {
      const [ours, theirs] = [of(parlor), of(plain)];
      return `| ${size} | ${name} | ${shown(ours)} | ${shown(theirs)} | ${(ours / theirs).toFixed(2)} |`;
    }),
  );
  const lost = matches.reduce((all, { parlor }) => all + parlor.chats.reduce((sum, chat) => sum + chat.lost, 0), 0);
  return [
    "| players | measure | Parlor | plain ws | ratio |",
    "|---:|---|---:|---:|---:|",
    ...rows,
    ...(lost === 0 ? [] : ["", `${lost} chat lines were not delivered.`]),
  ].join("\n");
};

/** Between these the bench writes; the rest of the file is left alone. */
const [begin, end] = ["<!-- bench -->", "<!-- /bench -->"];

/** Keeps the table with what one must know to compare it with another. */
export const writeResults = async (table: string, command: string): Promise<void> => {
  const [cpu] = cpus();
  const file = fileURLToPath(new URL("RESULTS.md", import.meta.url));
  const text = `${begin}

\`${command}\` on ${new Date().toISOString().slice(0, 10)}, Node ${process.version}, ${type()}, ${cpus().length} × ${cpu?.model.trim() ?? "?"}.

One lobby on a server in a process of its own; all clients in another process of the same machine. "Plain ws" is
\`baseline.ts\`: the same game on \`ws\` and JSON with no framework and no duties. The two take turns in one run;
figures are medians over the turns. CPU is the server process's own user and system time; bytes are server → client
with WebSocket headers. Neither keeps anything beyond the process; what durability costs stands below. Read the ratios: absolute figures move with the machine and what else it does.

${table}

${end}`;
  const before = await readFile(file, "utf8").catch(() => `# What a player costs\n\n${begin}${end}\n`);
  const [from, to] = [before.indexOf(begin), before.indexOf(end)];
  await writeFile(file, `${before.slice(0, from)}${text}${before.slice(to + end.length)}`);
};
