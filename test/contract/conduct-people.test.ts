import assert from "node:assert/strict";
import type { Kysely } from "kysely";
import type { Conduct, PersonBrief } from "../../src/conduct/conduct.ts";
import { memoryConduct } from "../../src/conduct/memory.ts";
import type { KnownPerson } from "../../src/conduct/people-memory.ts";
import { sqlConduct } from "../../src/conduct/sql.ts";
import type { PlayerId } from "../../src/core/ids.ts";
import type { Tables } from "../../src/database/tables.ts";
import { ana, ban, ben, cy, dayMs, now, strike } from "../support/conduct.ts";
import { staffWorlds } from "../support/staff-worlds.ts";

/** Cy has an account and plays, a guest plays only. */
const known: readonly KnownPerson[] = [
  {
    id: cy,
    name: "Cy 100%",
    email: "cy_a@example.org",
    registered: true,
    role: "moderator",
    games: 3,
    lastAt: now - dayMs,
  },
  { id: "guest" as PlayerId, name: "Anabel", email: "", registered: false, role: "player", games: 1, lastAt: now },
];

const fill = async (db: Kysely<Tables>): Promise<void> => {
  for (const { id, name, email, registered, role, games, lastAt } of known) {
    if (registered) await db.insertInto("account").values({ id, email, name: "Cy 100%", role }).execute();
    const score = { period: "all", kind: "human", player: id, name, score: 5, games } as const;
    await db
      .insertInto("tally")
      .values([score, { ...score, period: "week 1" }])
      .execute();
    const game = { id: `game of ${id}`, lobby: "ABCDE", mode: "quiz", topic: "", seq: 1, detail: "[]" };
    const at = new Date(lastAt ?? 0);
    await db
      .insertInto("game")
      .values({ ...game, at })
      .execute();
    const line = { player: id, name, kind: "human", score: 5, right_answers: 1, rank: 1, answered: 1 } as const;
    await db
      .insertInto("game_line")
      .values({ game: game.id, ...line, at })
      .execute();
  }
  await db
    .insertInto("tally")
    .values({ period: "all", kind: "bot", player: "bot", name: "Anabot", score: 5, games: 9 })
    .execute();
};

for (const { name, fresh } of staffWorlds) {
  describe(`people in ${name}`, function () {
    this.timeout(120_000);
    let conduct: Conduct;
    before(async () => {
      const db = await fresh();
      if (db !== undefined) await fill(db);
      conduct =
        db === undefined
          ? memoryConduct(
              () => now,
              () => Promise.resolve(known),
            )
          : sqlConduct(db);
      for (const one of [
        strike("1", { weight: 2 }),
        strike("2"),
        strike("3", { at: now - 5, name: "Former", expiresAt: now }),
      ])
        await conduct.strike(one);
      await conduct.impose(ban("b", { player: ben, name: "Ben_\\", at: now + 1 }));
      await conduct.impose(ban("c", { player: cy, name: "Cy", at: now - 2 * dayMs, until: now }));
    });
    const found = async (search: string, limit = 10, after?: string) =>
      (await conduct.people(search, { limit, after }, now)).map(({ id }) => id as string);

    it("are found by name, id and the beginning of their e-mail, those who did something too", async () => {
      assert.deepEqual(await found("ANA"), ["ana", "guest"]);
      assert.deepEqual(await found("former"), ["ana"]);
      assert.deepEqual(await found("GUEST"), ["guest"]);
      assert.deepEqual(await found("cy_A@"), ["cy"]);
      assert.deepEqual(await found("example.org"), []);
    });

    it("are found by the very signs that are looked for", async () => {
      assert.deepEqual(await found("100%"), ["cy"]);
      assert.deepEqual(await found("%"), ["cy"]);
      assert.deepEqual(await found("_"), ["ben"]);
      assert.deepEqual(await found("_\\"), ["ben"]);
      assert.deepEqual(await found("'; drop table strike; --"), []);
      assert.deepEqual(await found("\0"), []);
    });

    it("are given page by page", async () => {
      assert.deepEqual(await found("n", 2), ["ana", "ben"]);
      assert.deepEqual(await found("n", 2, "ben"), ["guest"]);
      assert.deepEqual(await found("n", 2, "guest"), []);
    });

    it("are those banned or struck last when nobody is looked for", async () => {
      assert.deepEqual(await found(""), ["ben", "ana", "cy"]);
      assert.deepEqual(await found("", 1), ["ben"]);
      assert.deepEqual(await found("", 5, "ben"), ["ana", "cy"]);
      assert.deepEqual(await found("", 5, "cy"), []);
      assert.deepEqual(await found("", 5, "nobody"), []);
    });

    it("are told of in short", async () => {
      const brief = (id: PlayerId) => conduct.person(id, now);
      const nobody: Omit<PersonBrief, "id" | "name"> = {
        registered: false,
        role: "player",
        strikes: 0,
        banned: false,
        games: 0,
        lastAt: null,
      };
      assert.deepEqual(await brief(ana), { ...nobody, id: ana, name: "Ana", strikes: 3, lastAt: now });
      assert.deepEqual(await brief(ben), { ...nobody, id: ben, name: "Ben_\\", banned: true, lastAt: now + 1 });
      const ours = { id: cy, name: "Cy 100%", registered: true, role: "moderator", games: 3, lastAt: now - dayMs };
      assert.deepEqual(await brief(cy), { ...nobody, ...ours });
      assert.equal(await brief("nobody" as PlayerId), undefined);
    });
  });
}
