import assert from "node:assert/strict";
import { Overview } from "../../src/admin/overview.ts";
import { type LobbiesNews, type Presence, wireOf } from "../../src/admin/wire.ts";
import { defaultSettings, gamesOf } from "../../src/lobby/index.ts";
import type { Lobby } from "../../src/lobby/state.ts";
import { lobbyOf } from "../../src/lobby/index.ts";
import type { ProcessHealth } from "../../src/protocol/admin.ts";
import { logOf } from "../../src/telemetry/log.ts";
import { until } from "../support/until.ts";

const log = logOf("silent");
const games = gamesOf([]);
const nowhere = lobbyOf(games).initial;

/** A presence of several processes in one: what one tells all hear, as JSON. */
const presenceOf = () => {
  const listeners = new Map<string, Set<(data: unknown) => void>>();
  let isCut = false;
  const presence: Presence = {
    publish: (topic, data) => {
      const text = JSON.stringify(data);
      if (!isCut) for (const listener of listeners.get(topic) ?? []) listener(JSON.parse(text));
    },
    subscribe: async (topic, listener) => void listeners.set(topic, (listeners.get(topic) ?? new Set()).add(listener)),
    unsubscribe: (topic, listener) => void listeners.get(topic)?.delete(listener),
  };
  return { presence, cut: (is: boolean) => void (isCut = is), listeners };
};

const healthOf = (process: string): ProcessHealth => ({
  process,
  address: "",
  at: 0,
  startedAt: process.charCodeAt(0),
  ready: true,
  lobbies: 0,
  connections: 0,
  cpu: 0,
  rssBytes: 0,
  heapBytes: 0,
  loopDelayMs: 0,
  events: 0,
  refusals: 0,
  strikes: 0,
  commitMs: 0,
});

const lobby = (code: string, changes: Partial<Lobby> = {}): Lobby => ({
  ...nowhere,
  code,
  settings: { ...defaultSettings, title: code },
  ...changes,
});

describe("the overview of all processes", () => {
  let world: ReturnType<typeof presenceOf>;
  let started: Overview[];
  let samples = 0;
  let time = 1_800_000_000_000;

  beforeEach(() => {
    world = presenceOf();
    started = [];
  });
  afterEach(() => {
    for (const one of started) one.stop();
    assert.equal(
      [...world.listeners.values()].reduce((sum, { size }) => sum + size, 0),
      0,
      "nobody listens any more",
    );
  });

  const start = async (process: string, lobbies: Map<string, Lobby>): Promise<Overview> => {
    const wire = wireOf(process, () => world.presence, log);
    const running = () =>
      new Map([...lobbies].map(([code, one]) => [code, { lobby: one, watchers: 0, isDegraded: false }]));
    const sample = () => {
      samples++;
      return Promise.resolve(healthOf(process));
    };
    const openCount = () => Promise.resolve(4);
    const overview = new Overview({
      process,
      games,
      running,
      sample,
      openCount,
      wire,
      now: () => time,
      log,
      everyMs: 5,
    });
    started.push(overview);
    await overview.start();
    return overview;
  };
  const codes = (overview: Overview) => overview.now().lobbies.map(({ code, process }) => `${code}@${process}`);

  it("puts together what each process tells, whoever came first, and follows what changes", async () => {
    const [mine, theirs] = [new Map([["AAAAA", lobby("AAAAA")]]), new Map([["BBBBB", lobby("BBBBB")]])];
    const one = await start("a", mine);
    const other = await start("b", theirs);
    await until("both", () => codes(one).length === 2 && codes(other).length === 2);
    assert.deepEqual(codes(one), ["AAAAA@a", "BBBBB@b"]);
    assert.deepEqual(
      one.now().processes.map(({ process }) => process),
      ["a", "b"],
    );
    theirs.delete("BBBBB");
    theirs.set("CCCCC", lobby("CCCCC"));
    await until("the change", () => codes(one).includes("CCCCC@b") && !codes(one).includes("BBBBB@b"));
  });

  it("tells nothing of lobbies that stand still, and asks again when something was missed", async () => {
    const lobbies = new Map([["AAAAA", lobby("AAAAA")]]);
    const told: LobbiesNews[] = [];
    const wire = wireOf("c", () => world.presence, log);
    const end = await wire.hear("lobbies", (news) => told.push(news));
    const one = await start("a", lobbies);
    const watcher = await start("b", new Map());
    await until("all of it", () => codes(watcher).length === 1);
    await until("three more", () => told.filter(({ process }) => process === "a").length >= 4);
    assert.deepEqual(told.findLast(({ process }) => process === "a")?.changed, []);
    world.cut(true);
    const before = one.version;
    lobbies.set("DDDDD", lobby("DDDDD"));
    const from = samples;
    await until("something to be missed", () => samples >= from + 6);
    world.cut(false);
    await until("what was missed", () => codes(watcher).includes("DDDDD@a"));
    assert.ok(one.version > before);
    end();
  });

  it("counts the lines of the last minute, and lets them grow old", async () => {
    const line = { id: "1", player: "p" as never, name: "P", kind: "human", text: "hi" } as const;
    const chat = [61, 59, 1].map((seconds) => ({ ...line, at: time - seconds * 1000 }));
    const one = await start("a", new Map([["AAAAA", lobby("AAAAA", { chat })]]));
    assert.equal(one.now().lobbies[0]?.linesPerMinute, 2);
    time += 30_000;
    await until("an older line", () => one.now().lobbies[0]?.linesPerMinute === 1);
    time += 60_000;
    await until("silence", () => one.now().lobbies[0]?.linesPerMinute === 0);
    assert.equal(await one.refreshOpen(), 4);
    assert.equal(one.now().open, 4);
  });
});
