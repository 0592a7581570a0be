import assert from "node:assert/strict";
import { randomOf } from "../../loadtest/chaos-random.ts";
import { newChronicle, type SaidLine } from "../../loadtest/chaos-record.ts";
import { type Weather, weatherOf } from "../../loadtest/chaos-storm.ts";
import { violationOf } from "../../loadtest/chaos-tally.ts";
import { twinsIn } from "../../loadtest/chaos-twins.ts";

/** Lines that were acknowledged by a process each, all in one lobby, with the lives of it in which they are kept. */
const evidence = (acknowledged: readonly (readonly [process: string, epoch: number])[]) => {
  const chronicle = newChronicle("ana", "Ana");
  const chat = acknowledged.map(([process, epoch], nth) => {
    const line: SaidLine = { text: `${nth}`, fate: "ok", id: `line${nth}`, sentAt: nth, ackedAt: nth, process };
    chronicle.lines.push(line);
    return { id: line.id, text: line.text, lobby: "ABCDE", epoch };
  });
  return twinsIn([chronicle], { chat, games: [] });
};

describe("what chaos looks for", () => {
  it("is a lobby that two processes ran at once", () => {
    assert.deepEqual(
      evidence([
        ["one", 1],
        ["one", 1],
        ["two", 2],
        ["one", 3],
      ]),
      [],
    );
    const [twins] = evidence([
      ["one", 1],
      ["two", 1],
    ]);
    assert.equal(violationOf(twins ?? "").kind, "twin");
  });

  it("is told by its kind", () => {
    const kinds = ["it was acknowledged and is lost", "it is kept 2 times", "event 3 goes back to epoch 1", "odd"];
    assert.deepEqual(
      kinds.map((text) => violationOf(text).kind),
      ["lost", "doubled", "twin", "wrong"],
    );
  });

  it("comes in the order that a seed says, each fault as often as asked", () => {
    const weather: Weather = { kills: 5, redisRestarts: 2, databaseRestarts: 3, drains: 1, stalls: 1, away: 6 };
    const all = weatherOf(weather, randomOf(7));
    assert.deepEqual(weatherOf(weather, randomOf(7)), all);
    const counted = Object.groupBy(all, (fault) => fault);
    assert.deepEqual(Object.fromEntries(Object.entries(counted).map(([fault, some]) => [fault, some.length])), {
      kill: 5,
      redis: 2,
      "database immediate": 2,
      "database fast": 1,
      drain: 1,
      stall: 1,
    });
  });
});
