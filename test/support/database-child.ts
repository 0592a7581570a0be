import { openDatabase } from "../../src/database/database.ts";

/** A process that uses a data directory: `hold` says when it does, `write` says each row once it is stored. */
const [action, dataDir = ""] = process.argv.slice(2);

try {
  const { db } = await openDatabase({ dataDir });
  console.log("open");
  if (action === "write") {
    await db
      .insertInto("lobby")
      .values({ code: "KILLED", status: "open", owner: "o", public: true, listing: "{}" })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    for (let seq = Date.now() % 1_000_000_000; ; seq++) {
      await db
        .insertInto("event")
        .values({ lobby: "KILLED", seq, epoch: 1, data: `{"seq":${seq}}` })
        .execute();
      console.log(seq);
    }
  }
} catch (error) {
  console.log((error as Error).message);
}
