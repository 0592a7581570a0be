import assert from "node:assert/strict";
import { asOutage } from "../../src/database/outage.ts";
import { Outage } from "../../src/journal/journal.ts";

const errorOf = (fields: object) => Object.assign(new Error("as it is said"), fields);

describe("outage", () => {
  const ofSockets = ["ECONNREFUSED", "ECONNRESET", "EPIPE", "ETIMEDOUT", "ENOTFOUND", "EAI_AGAIN"];
  const states = "08006 53100 53200 53300 57P01 57P02 57P03 57014 58030 25006 25P03";
  for (const code of [...ofSockets, ...states.split(" ")])
    it(`is ${code}`, () => {
      const error = errorOf({ code });
      const outage = asOutage(error);
      assert.ok(outage instanceof Outage);
      assert.equal(outage.cause, error);
      assert.equal(asOutage(outage), outage);
    });

  for (const code of ["23505", "23503", "40001", "42P01", "22P02", "28P01", "3D000", "ENOENT"])
    it(`is not ${code}`, () => assert.equal(asOutage(errorOf({ code })), undefined));

  it("is also what the driver has no code for", () => {
    for (const message of [
      "Connection terminated unexpectedly",
      "Connection terminated due to connection timeout",
      "timeout exceeded when trying to connect",
    ])
      assert.ok(asOutage(new Error(message)) instanceof Outage);
    assert.equal(asOutage(new Error("a slip of ours")), undefined);
    assert.equal(asOutage("no error"), undefined);
  });
});
