import assert from "node:assert/strict";
import { admissionOf } from "../../src/accounts/admission.ts";
import { type Identity, tokensOf } from "../../src/accounts/tokens.ts";
import type { PlayerId } from "../../src/core/ids.ts";
import { jwtSecret } from "../support/app.ts";

const account: Identity = { id: "ana" as PlayerId, name: "Ana", role: "player", kind: "human", version: 1 };
const { version: _, ...guest } = account;

describe("admission", () => {
  let now: number;
  let versions: Map<string, number>;
  let asked: string[];
  let down: boolean;
  const admission = (most = 100) =>
    admissionOf({
      tokens: tokensOf(jwtSecret, () => now),
      find: async (id) => {
        asked.push(id);
        if (down) throw new Error("the store is down");
        const version = versions.get(id);
        return version === undefined ? undefined : { version };
      },
      now: () => now,
      most,
    });
  beforeEach(() => {
    now = 1_800_000_000_000;
    versions = new Map([["ana", 1]]);
    asked = [];
    down = false;
  });

  it("is given to tokens of the account's version alone", async () => {
    const { isCurrent } = admission();
    assert.equal(await isCurrent(account), true);
    assert.equal(await isCurrent({ ...account, version: 2 }), false);
    assert.equal(await isCurrent({ ...account, id: "nobody" as PlayerId }), false);
  });

  it("is given to guests and bots, who have no account", async () => {
    const { isCurrent } = admission();
    assert.equal(await isCurrent({ ...guest, id: "gus" as PlayerId }), true);
    assert.equal(await isCurrent({ ...guest, kind: "bot", id: "bot" as PlayerId }), true);
    assert.deepEqual(asked, ["gus"]);
  });

  it("is kept by a guest who registers, until all tokens of the account end", async () => {
    const { isCurrent, forget } = admission();
    assert.equal(await isCurrent(guest), true);
    versions.set("ana", 2);
    forget(account.id);
    assert.equal(await isCurrent(guest), false);
  });

  it("asks the store once in 5 s, however many ask", async () => {
    const { isCurrent } = admission();
    await Promise.all([isCurrent(account), isCurrent(account), isCurrent(account)]);
    versions.set("ana", 2);
    now += 4999;
    assert.equal(await isCurrent(account), true);
    assert.equal(asked.length, 1);
    now += 1;
    assert.equal(await isCurrent(account), false);
    assert.equal(asked.length, 2);
  });

  it("is given at once to a token that is newer than what is remembered, and taken from the older ones", async () => {
    const { isCurrent } = admission();
    const id = "bea" as PlayerId;
    assert.equal(await isCurrent({ ...guest, id }), true);
    for (const version of [1, 2]) {
      versions.set(id, version);
      assert.equal(await isCurrent({ ...account, id, version }), true);
    }
    assert.equal(await isCurrent({ ...account, id, version: 1 }), false);
    assert.equal(await isCurrent({ ...guest, id }), false);
    assert.equal(asked.length, 3);
  });

  it("does not keep an answer that was under way when it was told to forget", async () => {
    const { isCurrent, forget } = admission();
    const early = isCurrent(account);
    versions.set("ana", 2);
    forget(account.id);
    await early;
    assert.equal(await isCurrent(account), false);
  });

  it("remembers a bounded number of ids", async () => {
    const { isCurrent } = admission(3);
    for (const id of ["a", "b", "c", "d", "d", "a"]) await isCurrent({ ...guest, id: id as PlayerId });
    assert.deepEqual(asked, ["a", "b", "c", "d", "a"]);
  });

  it("goes by what was true lately while the store is down, and lets guests in", async () => {
    const { isCurrent } = admission();
    versions.set("ana", 2);
    const newer = { ...account, version: 2 };
    assert.equal(await isCurrent(newer), true);
    down = true;
    assert.equal(await isCurrent({ ...guest, id: "gus" as PlayerId }), true);
    await assert.rejects(isCurrent({ ...account, id: "bea" as PlayerId }), /down/);
    for (let n = 0; n < 9; n++) {
      now += 30_000;
      assert.equal(await isCurrent(newer), true);
      assert.equal(await isCurrent(account), false);
    }
    now += 31_000;
    await assert.rejects(isCurrent(newer), /down/);
    down = false;
    assert.equal(await isCurrent(newer), true);
    down = true;
    await assert.rejects(isCurrent({ ...account, version: 3 }), /down/);
  });

  it("checks the token first", async () => {
    const { admit } = admission();
    const { issue } = tokensOf(jwtSecret, () => now);
    const expiresAt = now + 24 * 3_600_000;
    assert.deepEqual(await admit(issue(account)), { ...account, expiresAt });
    assert.deepEqual(await admit(issue(guest)), { ...guest, expiresAt });
    await assert.rejects(admit(issue({ ...account, version: 7 })), { code: "unauthorized" });
    await assert.rejects(admit(undefined), { code: "unauthorized" });
    const token = issue(account);
    now += 25 * 3_600_000;
    await assert.rejects(admit(token), { code: "token_expired" });
  });
});
