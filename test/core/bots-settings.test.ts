import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { defaultGate } from "../../src/bots/gate-settings.ts";
import { ConfigError, readConfig } from "../../src/config.ts";
import { defaultBudget } from "../../src/model/budget.ts";

const wrong = (environment: Readonly<Record<string, string>>): string => {
  try {
    readConfig(environment);
  } catch (error) {
    assert(error instanceof ConfigError);
    return error.message;
  }
  return assert.fail(JSON.stringify(environment));
};

describe("the settings of bots and models", () => {
  it("are as usual unless set", () => {
    for (const environment of [{}, { BOT_GATE: "", MODEL_BUDGET: " " }, { BOT_GATE: "{}", MODEL_BUDGET: "{}" }]) {
      const config = readConfig(environment);
      assert.deepEqual(config.BOT_GATE, defaultGate);
      assert.deepEqual(config.MODEL_BUDGET, defaultBudget);
    }
    assert.deepEqual(defaultGate.share, { lines: 20, ofRemarks: 0.25, ofAnswers: 0.25, ofDuet: 0.5 });
    assert.deepEqual(defaultBudget.serverDay, { calls: 20_000, tokens: 20_000_000 });
  });

  it("change what is named, and leave the rest", () => {
    const { BOT_GATE, MODEL_BUDGET } = readConfig({
      BOT_GATE: '{"lobbyRestMs": 9000, "share": {"ofRemarks": 0.1}}',
      MODEL_BUDGET: '{"serverDay": {"calls": 10}, "personMinute": {"tokens": 0}}',
    });
    assert.deepEqual(BOT_GATE, {
      ...defaultGate,
      lobbyRestMs: 9000,
      share: { ...defaultGate.share, ofRemarks: 0.1 },
    });
    assert.deepEqual(MODEL_BUDGET, {
      ...defaultBudget,
      serverDay: { ...defaultBudget.serverDay, calls: 10 },
      personMinute: { ...defaultBudget.personMinute, tokens: 0 },
    });
  });

  it("are in docs/bots.md as they usually are", async () => {
    const text = await readFile(new URL("../../docs/bots.md", import.meta.url), "utf8");
    const section = text.slice(text.indexOf("\n# Settings\n"));
    const rows = [...section.matchAll(/^\| (`.+?) +\| (.+?) +\|/gm)].filter(([, keys]) => !/^`[A-Z]/.test(keys ?? ""));
    const told = new Set<string>();
    for (const [, keys = "", usually = ""] of rows) {
      const names = [...keys.matchAll(/`(\w+)`/g)].map(([, name = ""]) => name);
      const group = keys.includes(":") ? names.shift() : undefined;
      const all: Readonly<Record<string, unknown>> = { ...defaultGate, ...defaultBudget };
      const values = (group === undefined ? all : all[group]) as Readonly<Record<string, number | object>>;
      const numbers = names.flatMap((name) => Object.values(Object(values[name])).concat(values[name] ?? []));
      const flat = numbers.filter((one) => typeof one === "number").map(Number);
      const [first = ""] = usually.split(" each");
      const shown = first.split(/[,;]/).map(Number);
      assert.deepEqual(usually.endsWith("each") ? flat.map(() => shown[0]) : shown, flat, keys);
      for (const name of names) told.add(group === undefined ? name : `${group}.${name}`);
    }
    const wanted = [...Object.entries(defaultGate), ...Object.entries(defaultBudget)].flatMap(([key, value]) =>
      typeof value === "number" || "calls" in value ? [key] : Object.keys(value).map((inner) => `${key}.${inner}`),
    );
    assert.deepEqual([...told].toSorted(), wanted.toSorted());
  });

  it("stop the start when they are wrong, all in one message with what is wrong in them", () => {
    const message = wrong({
      PORT: "high",
      BOT_GATE: '{"share": {"ofRemarks": 2}, "lul": {}, "perMinute": 1.5, "mention": {"every": 1}}',
      MODEL_BUDGET: '{"serverDay": {"calls": -1}, "serverHour": {}}',
    });
    for (const part of [
      "PORT:",
      "BOT_GATE: share.ofRemarks:",
      '"lul"',
      "BOT_GATE: perMinute:",
      'BOT_GATE: mention: Unrecognized key: "every"',
      "MODEL_BUDGET: serverDay.calls:",
      '"serverHour"',
    ])
      assert(message.includes(part), `${part} in ${message}`);
  });

  it("are an object of JSON, with numbers in it that are some", () => {
    for (const name of ["BOT_GATE", "MODEL_BUDGET"]) {
      for (const value of ["nonsense", "{", "[]", "3", "null", '"{}"', '{"a":1}', `{"a":"${"x".repeat(20_000)}"}`])
        assert.match(wrong({ [name]: value }), new RegExp(`^  ${name}: `, "m"), value.slice(0, 20));
    }
    for (const value of ["-1", "1e99", '"1"', "null", "0.5", "{}"]) {
      assert.match(wrong({ BOT_GATE: `{"lobbyRestMs": ${value}}` }), /lobbyRestMs/, value);
      assert.match(wrong({ MODEL_BUDGET: `{"lobbyDay": {"tokens": ${value}}}` }), /lobbyDay\.tokens/, value);
    }
  });
});
