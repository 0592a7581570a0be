import { startPostgres } from "../test/support/postgres.ts";
import { percentile, shown } from "./figures.ts";
import { inPhase, type Seat, seated, skip } from "./seated.ts";
import { startParlor } from "./server-process.ts";

/** `node loadtest/journal.ts`: what it costs that an answer is durable before it is acknowledged. */

const players = 100;
const rounds = 12;

const measure = async (url: string): Promise<{ readonly perSecond: number; readonly replyMs: readonly number[] }> => {
  const { seats } = await seated(url, players, rounds);
  const [owner] = seats as [Seat];
  await owner.request("start", {});
  await skip(owner);
  const replyMs: number[] = [];
  let ms = 0;
  for (let round = 0; round < rounds; round++) {
    await inPhase(owner, "question");
    const question = owner.state.game.question.id;
    const began = performance.now();
    await Promise.all(
      seats.map(async (seat) => {
        const asked = performance.now();
        await seat.request("answer", { question, choice: round % 4 });
        replyMs.push(performance.now() - asked);
      }),
    );
    ms += performance.now() - began;
    await inPhase(owner, "reveal");
    await skip(owner);
    await skip(owner);
  }
  await Promise.all(seats.map((seat) => seat.leave()));
  return { perSecond: (replyMs.length / ms) * 1000, replyMs };
};

const postgres = await startPostgres();
const stores: readonly (readonly [name: string, url: string])[] = [
  ["off (memory)", "memory"],
  ["PGlite", ""],
  ["PostgreSQL", postgres.url],
];
console.log(`${players} players of one lobby answer at once, ${rounds} questions a run, runs taking turns`);
console.log("| journal | answers a second | answer → reply p50, ms | p99, ms |\n| --- | ---: | ---: | ---: |");
const figures = new Map<string, { perSecond: number[]; replyMs: number[] }>();
for (let turn = 0; turn < 3; turn++) {
  for (const [name, url] of stores) {
    const server = await startParlor({ DATABASE_URL: url });
    const { perSecond, replyMs } = await measure(server.url);
    const kept = figures.get(name) ?? { perSecond: [], replyMs: [] };
    figures.set(name, { perSecond: [...kept.perSecond, perSecond], replyMs: [...kept.replyMs, ...replyMs] });
    await server.stop();
  }
}
for (const [name, { perSecond, replyMs }] of figures) {
  const [p50, p99] = [percentile(replyMs, 0.5), percentile(replyMs, 0.99)];
  console.log(`| ${name} | ${shown(percentile(perSecond, 0.5))} | ${shown(p50)} | ${shown(p99)} |`);
}
await postgres.remove();
process.exit(0);
