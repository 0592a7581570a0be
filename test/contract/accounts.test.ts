import assert from "node:assert/strict";
import type { Accounts } from "../../src/accounts/accounts.ts";
import { memoryAccounts } from "../../src/accounts/memory.ts";
import { sqlAccounts } from "../../src/accounts/sql.ts";
import type { PlayerId } from "../../src/core/ids.ts";
import { type Database, openDatabase } from "../../src/database/database.ts";
import { adapters } from "../support/database.ts";

type Opened = { readonly accounts: Accounts; readonly close: () => Promise<void> };

const kinds: readonly { readonly name: string; readonly open: () => Promise<Opened> }[] = [
  { name: "memory", open: async () => ({ accounts: memoryAccounts(), close: async () => {} }) },
  ...adapters.map(({ name, newPlace }) => ({
    name,
    open: async () => {
      const database: Database = await openDatabase(await newPlace());
      return { accounts: sqlAccounts(database.db), close: database.close };
    },
  })),
];

const now = 1_800_000_000_000;
let made = 0;
const fresh = (word: string) => `${word}-${++made}`;
const ana = () => ({
  id: fresh("ana") as PlayerId,
  email: `${fresh("ana")}@example.org`,
  name: "Ana",
  passwordHash: "hash",
});

for (const { name, open } of kinds) {
  describe(`accounts in ${name}`, function () {
    this.timeout(120_000);
    let opened: Opened;
    let accounts: Accounts;
    before(async () => {
      opened = await open();
      ({ accounts } = opened);
    });
    after(() => opened.close());

    it("are found as they were made, by id and by e-mail", async () => {
      const given = ana();
      const account = { ...given, role: "player", version: 1 };
      assert.deepEqual(await accounts.create(given), account);
      assert.deepEqual(await accounts.find(given.id), account);
      assert.deepEqual(await accounts.byEmail(given.email), account);
      assert.equal(await accounts.find("nobody" as PlayerId), undefined);
      assert.equal(await accounts.byEmail("nobody@example.org"), undefined);
    });

    it("are one an e-mail and one an id", async () => {
      const given = ana();
      await accounts.create(given);
      assert.equal(await accounts.create({ ...ana(), email: given.email }), "email_taken");
      assert.equal(await accounts.create({ ...ana(), id: given.id }), "id_taken");
      assert.equal(await accounts.create(given), "email_taken");
      assert.equal((await accounts.find(given.id))?.email, given.email);
    });

    it("are made once when many ask at the same time", async () => {
      const email = ana().email;
      const outcomes = await Promise.all(Array.from({ length: 8 }, () => accounts.create({ ...ana(), email })));
      assert.equal(outcomes.filter((one) => one === "email_taken").length, 7);
    });

    it("are made for whom others vouch for, once, and take a new name", async () => {
      const id = fresh("ext") as PlayerId;
      const account = { id, name: "Eve", role: "player", version: 1, email: undefined, passwordHash: undefined };
      assert.deepEqual(await accounts.ensure({ id, name: "Eve" }), account);
      await accounts.setRole(id, "moderator");
      assert.deepEqual(await accounts.ensure({ id, name: "Eva" }), {
        ...account,
        name: "Eva",
        role: "moderator",
        version: 2,
      });
    });

    it("have a version that rises with sign-outs and roles", async () => {
      const { id } = (await accounts.create(ana())) as { readonly id: PlayerId };
      assert.equal(await accounts.raiseVersion(id), true);
      assert.equal(await accounts.setRole(id, "moderator"), true);
      const { role, version } = (await accounts.find(id)) ?? {};
      assert.deepEqual([role, version], ["moderator", 3]);
      assert.equal(await accounts.raiseVersion("nobody" as PlayerId), false);
      assert.equal(await accounts.setRole("nobody" as PlayerId, "admin"), false);
    });

    it("take a new password by a reset, once, and drop all other resets", async () => {
      const { id } = (await accounts.create(ana())) as { readonly id: PlayerId };
      const [first, second] = [fresh("token"), fresh("token")];
      for (const tokenHash of [first, second]) {
        await accounts.addReset({ account: id, tokenHash, expiresAt: now + 1000 }, now);
      }
      assert.equal(await accounts.useReset(fresh("token"), "new", now), undefined);
      assert.equal(await accounts.useReset(first, "new", now), id);
      const { passwordHash, version } = (await accounts.find(id)) ?? {};
      assert.deepEqual([passwordHash, version], ["new", 2]);
      for (const tokenHash of [first, second]) {
        assert.equal(await accounts.useReset(tokenHash, "newer", now), undefined);
      }
      assert.equal((await accounts.find(id))?.passwordHash, "new");
    });

    it("let one of many at the same time use a reset", async () => {
      const { id } = (await accounts.create(ana())) as { readonly id: PlayerId };
      const tokenHash = fresh("token");
      await accounts.addReset({ account: id, tokenHash, expiresAt: now + 1000 }, now);
      const outcomes = await Promise.all(
        Array.from({ length: 8 }, (_, n) => accounts.useReset(tokenHash, `new ${n}`, now)),
      );
      assert.deepEqual(
        outcomes.filter((one) => one !== undefined),
        [id],
      );
      assert.equal((await accounts.find(id))?.version, 2);
    });

    it("refuse a reset from the instant it runs out, and drop it later", async () => {
      const { id } = (await accounts.create(ana())) as { readonly id: PlayerId };
      const tokenHash = fresh("token");
      await accounts.addReset({ account: id, tokenHash, expiresAt: now + 1000 }, now);
      assert.equal(await accounts.useReset(tokenHash, "new", now + 1000), undefined);
      await accounts.addReset({ account: id, tokenHash: fresh("token"), expiresAt: now + 9000 }, now + 1000);
      assert.equal(await accounts.useReset(tokenHash, "new", now), undefined);
      assert.equal((await accounts.find(id))?.passwordHash, "hash");
    });

    it("leave nothing personal when removed, and end every token and reset", async () => {
      const given = ana();
      await accounts.create(given);
      const tokenHash = fresh("token");
      await accounts.addReset({ account: given.id, tokenHash, expiresAt: now + 1000 }, now);
      assert.equal(await accounts.remove(given.id), true);
      assert.equal(await accounts.byEmail(given.email), undefined);
      assert.deepEqual(await accounts.find(given.id), {
        id: given.id,
        name: "Removed",
        role: "player",
        version: 2,
        email: undefined,
        passwordHash: undefined,
      });
      assert.equal(await accounts.useReset(tokenHash, "new", now), undefined);
      assert.equal(typeof (await accounts.create({ ...ana(), email: given.email })), "object");
      assert.equal(await accounts.create({ ...ana(), id: given.id }), "id_taken");
      assert.equal(await accounts.remove("nobody" as PlayerId), false);
    });

    it("take SQL for text", async () => {
      const evil = fresh(`'); drop table account; --" \\ $1 %00 ‮`);
      const given = { id: evil as PlayerId, email: `${fresh("x'--")}@example.org`, name: evil, passwordHash: evil };
      assert.deepEqual(await accounts.create(given), { ...given, role: "player", version: 1 });
      assert.equal((await accounts.byEmail(given.email))?.name, evil);
      assert.equal(await accounts.byEmail("' or '1'='1"), undefined);
      assert.equal(await accounts.useReset("' or '1'='1", "x", now), undefined);
      await accounts.addReset({ account: given.id, tokenHash: evil, expiresAt: now + 1000 }, now);
      assert.equal(await accounts.useReset(evil, evil, now), given.id);
      assert.equal(await accounts.remove(given.id), true);
    });
  });
}
