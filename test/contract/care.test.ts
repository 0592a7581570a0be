import assert from "node:assert/strict";
import { openDatabase } from "../../src/database/database.ts";
import { memoryNotes } from "../../src/notes/memory.ts";
import type { Notes } from "../../src/notes/notes.ts";
import { sqlNotes } from "../../src/notes/sql.ts";
import type { PlayerId } from "../../src/core/ids.ts";
import { type CareNews, careRules, type QuestionCare } from "../../src/questions/care.ts";
import { memoryCare } from "../../src/questions/care-memory.ts";
import { sqlCare, writeCare } from "../../src/questions/care-sql.ts";
import { logOf } from "../../src/telemetry/log.ts";
import { sharedPostgres } from "../support/postgres.ts";

type World = {
  readonly care: QuestionCare;
  readonly write: (news: Partial<CareNews>) => Promise<void>;
  readonly notes: Notes;
  readonly close: () => Promise<void>;
};

const whole = (news: Partial<CareNews>): CareNews => ({ plays: [], reports: [], ...news });

const inMemory = (): Promise<World> => {
  const care = memoryCare(() => 5000);
  return Promise.resolve({
    care,
    write: (news) => Promise.resolve(care.write(whole(news))),
    notes: memoryNotes(),
    close: () => Promise.resolve(),
  });
};

const inDatabase = async (url: string | undefined): Promise<World> => {
  const { db, close } = await openDatabase({ dataDir: undefined, url, log: logOf("silent") });
  const care = sqlCare(db);
  return {
    care,
    write: async (news) => {
      await db.transaction().execute((transaction) => writeCare(transaction, whole(news)));
      await care.refresh();
    },
    notes: sqlNotes(db),
    close,
  };
};

const worlds: Readonly<Record<string, () => Promise<World>>> = {
  memory: inMemory,
  "the embedded database": () => inDatabase(undefined),
  PostgreSQL: async () => inDatabase(await (await sharedPostgres()).newDatabase()),
};

const question = { prompt: "Why?", choices: ["a", "b"], key: 1, category: "Tests", explanation: "because" };
const plays = (id: string, given: number, right: number) => ({ id, question, plays: given, right });
const report = (id: string, player: string, isKnown = true) => ({
  question: id,
  player,
  lobby: "ABCDE",
  game: "game",
  reason: "the key is wrong",
  at: 1000,
  shown: isKnown ? question : undefined,
});

for (const [name, open] of Object.entries(worlds)) {
  describe(`care of questions, and notes about them, in ${name}`, function () {
    this.timeout(120_000);
    let world: World;
    before(async () => {
      world = await open();
    });
    after(() => world.close());

    it("hides what three people report, once each", async () => {
      const { care, write } = world;
      for (const player of ["ann", "ann", "bob", "ann"]) await write({ reports: [report("reported", player)] });
      assert.equal((await care.find("reported"))?.reports, 2);
      assert(!care.hidden().has("reported"));
      await write({ reports: [report("reported", "cai", false)] });
      assert(care.hidden().has("reported"));
      const { changedAt: _, ...found } = (await care.list("hidden", { limit: 10 }))[0] ?? { changedAt: 0 };
      const counts = { plays: 0, right: 0, reports: careRules.reports };
      assert.deepEqual(found, { id: "reported", question, ...counts, state: "hidden", reason: "reported" });
      const reports = await care.reportsOf("reported");
      assert.deepEqual(reports.map(({ player, game }) => `${player} ${game}`).toSorted(), [
        "ann game",
        "bob game",
        "cai game",
      ]);
    });

    it("hears nothing of a question that it has never seen", async () => {
      const { care, write } = world;
      await write({ reports: [report("unknown", "ann", false)] });
      assert.equal(await care.find("unknown"), undefined);
      assert.deepEqual(await care.reportsOf("unknown"), []);
    });

    it("hides what next to nobody gets right, from thirty answers on", async () => {
      const { care, write } = world;
      await write({ plays: [plays("hard", 29, 0), plays("fair", 40, 6), plays("easy", 100, 90)] });
      assert.deepEqual([care.hidden().has("hard"), care.hidden().has("fair")], [false, false]);
      await write({ plays: [plays("hard", 1, 1), plays("fair", 1, 0)] });
      assert.deepEqual(
        ["hard", "fair", "easy"].map((id) => care.hidden().has(id)),
        [true, true, false],
      );
      assert.equal((await care.find("hard"))?.reason, "too_few_right");
    });

    it("leaves what somebody has looked at as they decided", async () => {
      const { care, write } = world;
      assert.equal((await care.decide("hard", "kept", "hard but right"))?.state, "kept");
      await write({ plays: [plays("hard", 50, 0)], reports: ["x", "y", "z"].map((player) => report("hard", player)) });
      assert(!care.hidden().has("hard"));
      assert.equal((await care.decide("easy", "removed", "boring"))?.reason, "boring");
      assert(care.hidden().has("easy"));
      assert.equal(await care.decide("nothing", "kept", ""), undefined);
    });

    it("lists page by page", async () => {
      const { care } = world;
      const first = await care.list("hidden", { limit: 1 });
      const rest = await care.list("hidden", { limit: 10, after: first[0]?.id });
      assert.deepEqual(
        [...first, ...rest].map(({ id }) => id),
        ["fair", "reported"],
      );
    });

    it("has notes wait for their player, oldest first, until they are told", async () => {
      const { notes } = world;
      const note = (id: string, player: string, at: number) => ({
        id,
        player: player as PlayerId,
        code: "game_rescored",
        text: `note ${id}`,
        data: { after: at },
        at,
      });
      await notes.add([note("2", "ann", 2000), note("1", "ann", 1000), note("3", "bob", 3000)]);
      await notes.add([]);
      const waiting = await notes.waiting("ann" as PlayerId);
      assert.deepEqual(waiting, [note("1", "ann", 1000), note("2", "ann", 2000)]);
      await notes.told(["1", "2"]);
      await notes.told([]);
      assert.deepEqual(await notes.waiting("ann" as PlayerId), []);
      assert.equal((await notes.waiting("bob" as PlayerId)).length, 1);
    });
  });
}
