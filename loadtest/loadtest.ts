import { fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { percentile, shown } from "./figures.ts";
import type { Share, Tally } from "./load-worker.ts";
import { startParlor } from "./server-process.ts";

/**
 * `npm run loadtest -- --lobbies 20 --players 8 --questions 3`: whole games through the SDK, from processes beside
 * the server's own. `--workers` says from how many.
 */

const { values } = parseArgs({
  options: {
    lobbies: { type: "string", default: "20" },
    players: { type: "string", default: "8" },
    questions: { type: "string", default: "3" },
    workers: { type: "string", default: "2" },
  },
});
const [lobbies, players, questions, workers] = [values.lobbies, values.players, values.questions, values.workers].map(
  Number,
) as [number, number, number, number];

/** Games that hang end here. */
const mostMs = 30_000 + questions * 25_000;

const work = async (share: Share): Promise<Tally> => {
  const worker = fork(fileURLToPath(new URL("load-worker.ts", import.meta.url)));
  const late = setTimeout(() => worker.kill(), mostMs);
  worker.send(share);
  const ended = once(worker, "exit").then(() => Promise.reject(new Error("a load process ended before its games")));
  const [tally] = (await Promise.race([once(worker, "message"), ended])) as [Tally];
  ended.catch(() => {});
  clearTimeout(late);
  return tally;
};

const server = await startParlor();
try {
  const before = await server.usage();
  const began = performance.now();
  const shares = Array.from({ length: workers }, (_, nth): Share => {
    const part = Math.floor(lobbies / workers) + (nth < lobbies % workers ? 1 : 0);
    return { url: server.url, address: `198.51.100.${nth + 1}`, lobbies: part, players, questions };
  });
  const tallies = await Promise.all(shares.map(work));
  const seconds = (performance.now() - began) / 1000;
  const after = await server.usage();
  const replyMs = tallies.flatMap((tally) => tally.replyMs);
  const joins = tallies.reduce((sum, tally) => sum + tally.joins, 0);
  const errors = new Map<string, number>();
  for (const tally of tallies)
    for (const [code, count] of Object.entries(tally.errors)) errors.set(code, (errors.get(code) ?? 0) + count);
  const cpuMs = (after.cpuUs - before.cpuUs) / 1000;
  const joinSeconds = Math.max(...tallies.map(({ joinedMs }) => joinedMs)) / 1000;
  const answerSeconds = Math.max(...tallies.map(({ answeredMs }) => answeredMs)) / 1000;
  const lines = [
    `${lobbies} lobbies × ${players} players × ${questions} questions from ${workers} processes in ${shown(seconds)} s`,
    `joins            ${joins}, ${shown(joins / joinSeconds)} a second`,
    `answers          ${replyMs.length}, ${shown(replyMs.length / answerSeconds)} a second`,
    `answer → reply   p50 ${shown(percentile(replyMs, 0.5))} ms, p99 ${shown(percentile(replyMs, 0.99))} ms, p99.9 ${shown(percentile(replyMs, 0.999))} ms`,
    `errors           ${[...errors].map(([code, count]) => `${count} × ${code}`).join(", ") || "none"}`,
    `server CPU       ${shown(cpuMs)} ms, ${shown(cpuMs / seconds / 10)} % of one core`,
    `server memory    ${shown(after.rssBytes / 2 ** 20)} MiB, ${shown((after.rssBytes - before.rssBytes) / 2 ** 10 / Math.max(1, joins))} KiB more a connection`,
  ];
  console.log(lines.join("\n"));
} finally {
  await server.stop();
}
