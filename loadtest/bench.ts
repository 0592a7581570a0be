import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { parlorTable, signIn } from "./parlor-table.ts";
import { plainTable } from "./plain-table.ts";
import { type Match, tableOf, type Windows, writeResults } from "./report.ts";
import { type ServerProcess, startBaseline, startParlor } from "./server-process.ts";
import type { Table } from "./table.ts";
import { answerWindow, chatWindow } from "./windows.ts";

/**
 * `npm run bench`: what chat and questions cost the server, beside a plain `ws` server doing the same.
 * `-- --sizes 8,64 --turns 5` measures otherwise; `--profile DIR` keeps a CPU profile of each of Parlor's windows.
 */

const { values } = parseArgs({
  options: {
    sizes: { type: "string", default: "8,64,256" },
    turns: { type: "string", default: "3" },
    profile: { type: "string" },
  },
});

/** Largest first: by the time there are few clients, and so little work to warm up with, the code is compiled. */
const sizes = values.sizes
  .split(",")
  .map(Number)
  .toSorted((a, b) => b - a);
const turns = Number(values.turns);

type Side = { readonly server: ServerProcess; readonly table: Table; readonly windows: Windows; readonly name: string };

const roundsFor = (size: number) => (size < 40 ? { rounds: 8, spreadMs: 200 } : { rounds: 4, spreadMs: 500 });

const profiled = async <T>(side: Side, what: string, run: () => Promise<T>): Promise<T> => {
  if (values.profile === undefined || side.name !== "parlor") return run();
  const keep = await side.server.profile();
  const result = await run();
  const nth = side.windows.chats.length;
  await keep(join(values.profile, `${side.table.players.length}-${what}-${nth}.cpuprofile`));
  return result;
};

/** One turn of both servers; who goes first changes from turn to turn. */
const turn = async (sides: readonly Side[], nth: number): Promise<void> => {
  const inOrder = nth % 2 === 0 ? sides : sides.toReversed();
  for (const side of inOrder) {
    side.windows.chats.push(await profiled(side, "chat", () => chatWindow(side.server, side.table)));
  }
  for (const side of inOrder) {
    const wish = roundsFor(side.table.players.length);
    side.windows.answers.push(await profiled(side, "answers", () => answerWindow(side.server, side.table, wish)));
  }
};

const none = (): Windows => ({ chats: [], answers: [] });

const match = async (
  parlor: ServerProcess,
  plain: ServerProcess,
  tokens: readonly string[],
  warmUp: boolean,
): Promise<Match> => {
  const size = tokens.length;
  const ours = { name: "parlor", server: parlor, table: await parlorTable(parlor.url, tokens) };
  const theirs = { name: "plain", server: plain, table: await plainTable(plain.url, size, `lobby-${size}`) };
  const found = { size, parlor: none(), plain: none() };
  if (warmUp)
    await turn(
      [
        { ...ours, windows: none() },
        { ...theirs, windows: none() },
      ],
      0,
    );
  for (let nth = 0; nth < turns; nth++) {
    await turn(
      [
        { ...ours, windows: found.parlor },
        { ...theirs, windows: found.plain },
      ],
      nth,
    );
  }
  for (const player of [...ours.table.players, ...theirs.table.players]) player.close();
  return found;
};

const main = async (): Promise<void> => {
  if (values.profile !== undefined) await mkdir(values.profile, { recursive: true });
  const servers = await Promise.all([
    startParlor({ DATABASE_URL: process.env["DATABASE_URL"] ?? "memory" }),
    startBaseline(),
  ]);
  try {
    const tokens = await signIn(servers[0].url, sizes[0] ?? 0);
    const matches: Match[] = [];
    for (const [nth, size] of sizes.entries()) {
      console.log(`${size} players …`);
      matches.unshift(await match(...servers, tokens.slice(0, size), nth === 0));
    }
    // Taking a profile costs more than what is measured: such a run has no figures.
    if (values.profile !== undefined) return console.log(`The profiles are in ${values.profile}.`);
    const table = tableOf(matches);
    console.log(`\n${table}`);
    const given = process.argv.slice(2);
    await writeResults(table, ["npm run bench", ...(given.length > 0 ? ["--", ...given] : [])].join(" "));
  } finally {
    await Promise.all(servers.map((server) => server.stop()));
  }
};

await main();
