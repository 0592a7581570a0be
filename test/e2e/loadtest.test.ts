import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Crew } from "../../loadtest/crew.ts";
import { changesOf, compared, readResult } from "../../loadtest/compare.ts";
import type { Measure, Result } from "../../loadtest/ledger.ts";
import { readOptions, type Scenario } from "../../loadtest/load-options.ts";
import { type Kind, kinds } from "../../loadtest/orders.ts";
import { printed } from "../../loadtest/print.ts";
import { runScenario } from "../../loadtest/run-scenario.ts";
import { openStage, type Stage } from "../../loadtest/stage.ts";

type Run = readonly [scenario: Scenario, sides: readonly Kind[], options: string];

/** What is tried one after the other; the lanes run beside each other, as nobody looks at how large the figures are. */
const lanes: readonly (readonly Run[])[] = [
  [
    ["chat", kinds, "--players 4 --lobbies 1 --seconds 0.2 --warm 0.1 --rounds 1"],
    ["quiz", kinds, "--players 5 --lobbies 1 --questions 2 --spread 20 --warm 0.1 --rounds 1"],
    ["joins", kinds, "--connections 6 --players 3 --rounds 1"],
  ],
  [["evening", ["parlor", "ws"], "--connections 12 --players 6 --seconds 1.2 --life 1.2 --rounds 1"]],
  [
    [
      "lobbies",
      ["parlor", "socketio"],
      "--players 2 --lobbies 2 --seconds 0.5 --idle 0.1 --ramp 0.1 --spread 400 --rounds 1",
    ],
    ["soak", ["parlor"], "--lobbies 2 --players 3 --seconds 1.4 --every 0.15 --life 1"],
  ],
];

/** Every scenario, as small as it can be, on one set of servers. */
describe("the load tests", function () {
  this.timeout(120_000);
  let stage: Stage;
  const crews: Crew[] = [];
  const results = new Map<Scenario, Promise<Result>>();

  before(async () => {
    stage = await openStage({ ...readOptions("chat", []), workers: 2 });
    for (const [nth, lane] of lanes.entries()) {
      const crew = nth === 0 ? stage.crew : new Crew(1);
      if (nth > 0) crews.push(crew);
      let previous: Promise<unknown> = Promise.resolve();
      for (const [scenario, wanted, given] of lane) {
        const sides = stage.sides.filter(({ kind }) => wanted.includes(kind));
        const options = readOptions(scenario, given.split(" "));
        const begin = () => runScenario({ ...stage, sides, crew }, options, `npm run loadtest -- ${scenario}`);
        const result = previous.then(begin, begin);
        // It is a test that says so.
        result.catch(() => {});
        results.set(scenario, result);
        previous = result;
      }
    }
  });
  after(async () => {
    await Promise.all(crews.map((crew) => crew.stop()));
    await stage.close();
  });

  const resultOf = (scenario: Scenario): Promise<Result> => results.get(scenario) as Promise<Result>;
  /** Every figure is there for each of these servers, is a number, and nothing went wrong. */
  const isSound = (result: Result, sides: readonly Kind[] = kinds): void => {
    for (const side of sides) assert.deepEqual(result.errors[side], {}, `errors of ${side}`);
    assert(result.measures.length > 0);
    for (const { name, values } of result.measures) {
      for (const value of Object.values(values).flat()) assert(Number.isFinite(value), `${name}: ${value}`);
    }
  };
  const figure = (result: Result, name: string, side: Kind): number => {
    const found = result.measures.find((measure: Measure) => measure.name === name);
    assert(found !== undefined, `${name} among ${result.measures.map((measure) => measure.name).join("; ")}`);
    return found.values[side]?.[0] ?? Number.NaN;
  };

  it("measures chat: every line reaches everybody, and costs each server something", async () => {
    const result = await resultOf("chat");
    isSound(result);
    for (const side of kinds) {
      assert(figure(result, "CPU per delivered line, µs", side) > 0);
      const bytes = figure(result, "bytes per delivered line", side);
      assert(bytes > 60 && bytes < 400, `${bytes} bytes a line from ${side}`);
      assert(figure(result, "line → delivery p50, ms", side) > 0);
    }
  });

  it("measures a quiz in one lobby that both load processes share", async () => {
    const result = await resultOf("quiz");
    isSound(result);
    for (const side of kinds) {
      assert(figure(result, "CPU per answer, µs", side) > 0);
      assert(figure(result, "answer → reply p50, ms", side) <= figure(result, "answer → reply p99.9, ms", side));
    }
  });

  it("measures many lobbies: what a connection keeps, idling and playing", async () => {
    const result = await resultOf("lobbies");
    isSound(result, ["parlor", "socketio"]);
    assert(figure(result, "memory per connection (heap and buffers), KiB", "parlor") !== 0);
    assert(figure(result, "CPU while they play, µs per player and s", "socketio") > 0);
  });

  it("measures joins, and what it takes to sign in and to make a lobby", async () => {
    const result = await resultOf("joins");
    isSound(result);
    assert(figure(result, "CPU per join, µs", "parlor") > figure(result, "CPU per join, µs", "ws") / 10);
    assert(figure(result, "CPU per lobby made, µs", "parlor") > 0);
    assert(Number.isNaN(figure(result, "CPU per lobby made, µs", "ws")));
  });

  it("plays an evening, with people who come back to their seats", async () => {
    const result = await resultOf("evening");
    isSound(result, ["parlor", "ws"]);
    assert.match(result.notes[0] ?? "", /[1-9]\d* joins, .* [1-9]\d* answers/);
  });

  it("soaks with samples and a verdict", async () => {
    const result = await resultOf("soak");
    isSound(result, ["parlor"]);
    assert.equal(typeof result.passed, "boolean");
    const samples = result.samples as readonly Readonly<Record<string, number>>[];
    assert(samples.length >= 3, `${samples.length} samples`);
    for (const { heapMib, rssMib, handles, lobbies } of samples) {
      assert((heapMib ?? 0) > 5 && (rssMib ?? 0) > (heapMib ?? 0) && (handles ?? 0) > 0 && (lobbies ?? 0) > 0);
    }
    assert.match(result.notes.join("\n"), /heap after clearing, MiB: .* (?:flat|GROWS)\./);
  });

  it("prints Markdown, keeps results, and compares two of them", async () => {
    const folder = await mkdtemp(join(tmpdir(), "parlor-load-"));
    try {
      const before = await resultOf("quiz");
      const slower = before.measures.map((measure) => ({
        ...measure,
        values: { ...measure.values, parlor: (measure.values.parlor ?? []).map((value) => value * 2) },
      }));
      const [old, fresh] = [join(folder, "a.json"), join(folder, "b.json")];
      await writeFile(old, JSON.stringify(before));
      await writeFile(fresh, JSON.stringify({ ...before, measures: slower }));
      const changes = changesOf(await readResult(old), await readResult(fresh));
      assert(changes.length >= 5 && changes.every(({ verdict }) => verdict === "worse"));
      assert(changesOf(before, before).every(({ verdict }) => verdict === "noise"));
      assert.match(compared(before, { ...before, measures: slower }, true), /\+100 %.*worse/);
      assert.match(printed(before, true), /^\| CPU per answer, µs +\| +[\d.,]+ \| +[\d.,]+ \| +[\d.,]+ \| +[\d.]+ \|/m);
      await assert.rejects(readResult(join(folder, "none.json")), /ENOENT/);
    } finally {
      await rm(folder, { recursive: true });
    }
  });

  it("says what is wrong with an option before it starts anything", async () => {
    const program = ["loadtest/loadtest.ts", "quiz", "--players", "1001", "--rounds", "0"];
    const { code, said } = await new Promise<{ code: unknown; said: string }>((resolve) => {
      execFile(process.execPath, program, (error, _out, told) => resolve({ code: error?.code, said: told }));
    });
    assert.equal(code, 2);
    assert.match(said, /--players 1001: players of one lobby, from 2 to 1000\n--rounds 0: .* from 1 to 50/);
  });
});
