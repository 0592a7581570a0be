import { setTimeout as wait } from "node:timers/promises";
import type { Ledger } from "../ledger.ts";
import type { LoadOptions } from "../load-options.ts";
import { addTimes, inRounds, makeAll, measured, seat, signInAll } from "../measuring.ts";
import type { Stage } from "../stage.ts";

const calmMs = 200;
const gameSeconds = 300;

/** Many lobbies at once, each at a quiz's own pace: what a connection keeps, what idling and playing cost. */
export const lobbies = async (stage: Stage, options: LoadOptions, ledger: Ledger): Promise<void> => {
  const { crew } = stage;
  const { seconds = 15, rounds = 3, spread = 3000, idle = 5, ramp = 12 } = options;
  const [players = 8] = options.players;
  const count = options.connections === undefined ? (options.lobbies ?? 200) : Math.ceil(options.connections / players);
  const connections = count * players;
  const of = `${count} lobbies × ${players} players`;
  for (const side of stage.sides) {
    const { kind, server } = side;
    const size = { lobbies: count, players };
    const plan = await signInAll(crew, side, size);
    // The lobbies themselves belong to what a connection takes.
    const before = await server.heap();
    const company = await makeAll(crew, side, plan, size);
    const seated = await seat(crew, side, company);
    ledger.fail(kind, seated.errors);
    addTimes(ledger, of, kind, seated, "join", "join");
    const after = await server.heap();
    const kept = after.heapBytes + after.externalBytes - before.heapBytes - before.externalBytes;
    ledger.add(of, "memory per connection (heap and buffers), KiB", kind, kept / 1024 / connections);
    ledger.add(
      of,
      "memory per connection (whole process), KiB",
      kind,
      (after.rssBytes - before.rssBytes) / 1024 / connections,
    );
    await wait(calmMs);
    const rest = await measured(side, () => wait(idle * 1000));
    ledger.add(
      of,
      "CPU while nobody does anything, µs per player and s",
      kind,
      rest.cpuUs / rest.seconds / connections,
    );
    ledger.fail(
      kind,
      (await crew.all(kind, { do: "begin", questions: 50, seconds: gameSeconds, until: "question" })).errors,
    );
  }
  await inRounds(stage, rounds, async (side) => {
    const { kind } = side;
    const staggerMs = ramp * 1000;
    const wish = { spreadMs: spread, ms: staggerMs + seconds * 1000, staggerMs };
    const all = crew.all(kind, { do: "play", wish }, (ramp + seconds + 90) * 1000);
    // What happens until the last lobby has begun is not measured.
    await Promise.race([wait(staggerMs), all]);
    ledger.fail(kind, (await crew.all(kind, { do: "peek" })).errors);
    const { cpuUs, seconds: took, outcome: tally } = await measured(side, () => all);
    ledger.add(of, "CPU while they play, µs per player and s", kind, cpuUs / took / connections);
    ledger.add(of, "CPU per answer with all that belongs to it, µs", kind, cpuUs / tally.of("answers"));
    ledger.add(of, "bytes to each player a second", kind, tally.of("bytes") / took / connections);
    addTimes(ledger, of, kind, tally, "reply", "answer → reply");
    ledger.fail(kind, tally.errors);
    ledger.note(`${of}: ${Math.round(tally.of("answers") / took)} answers a second.`);
  });
  for (const { kind } of stage.sides) await crew.all(kind, { do: "leave" });
};
