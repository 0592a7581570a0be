import { ConfigError, readConfig } from "../config.ts";
import { openDatabase } from "../database/database.ts";
import { games } from "../games/index.ts";
import { gamesOf } from "../lobby/index.ts";
import { quizPoints } from "../games/quiz/scoring.ts";
import { upcast } from "../journal/upcast.ts";
import { rebuild } from "./refold.ts";

/** `npm run rebuild`: makes the boards and all players' records anew from what was played. */

const { DATA_DIR, DATABASE_URL } = readConfig(process.env);
if (DATABASE_URL === "memory") throw new ConfigError("DATABASE_URL: in memory there is nothing to make anew");
const { db, close } = await openDatabase({ dataDir: DATA_DIR, url: DATABASE_URL });
try {
  const counted = await rebuild(db, {
    games: gamesOf(games),
    points: new Map([["quiz", quizPoints]]),
    upcast,
  });
  console.log(`${counted} games counted anew.`);
} finally {
  await close();
}
