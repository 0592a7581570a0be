import { ConfigError, readConfig } from "../config.ts";
import { openDatabase } from "../database/database.ts";
import { games } from "../games/index.ts";
import { gamesOf } from "../lobby/index.ts";
import { modesAt } from "../modes-outside.ts";
import { quizPoints } from "../games/quiz/scoring.ts";
import { upcast } from "../journal/upcast.ts";
import { rebuild } from "./refold.ts";

/** `npm run rebuild`: makes the boards and all players' records anew from what was played. */

const { DATA_DIR, DATABASE_URL, MODES, SEASON_MONTHS } = readConfig(process.env);
if (DATABASE_URL === "memory") throw new ConfigError("DATABASE_URL: in memory there is nothing to make anew");
const { db, close } = await openDatabase({ dataDir: DATA_DIR, url: DATABASE_URL });
try {
  const counted = await rebuild(db, {
    games: gamesOf([...games, ...(await modesAt(MODES, games))]),
    points: new Map([["quiz", quizPoints]]),
    upcast,
    seasonMonths: SEASON_MONTHS,
    now: Date.now,
  });
  console.log(`${counted} games counted anew.`);
} finally {
  await close();
}
