import { sql } from "kysely";
import type { KeptStory } from "../core/game.ts";
import type { PlayerId } from "../core/ids.ts";
import { removedName } from "../core/removed.ts";
import type { Rows } from "./rows.ts";
import { storyWithout } from "./story.ts";

/** Takes somebody's name off their games and the boards, and their words out of the stories they wrote at. */
export const eraseName = async (rows: Rows, player: PlayerId): Promise<void> => {
  const nameless = JSON.stringify({ name: removedName });
  await sql`
    update game set detail = jsonb_set(detail, '{lines}', (
      select jsonb_agg(
        case when line ->> 'player' = ${player} then line || ${nameless}::jsonb else line end order by nth
      )
      from jsonb_array_elements(detail -> 'lines') with ordinality as one (line, nth)
    ))
    where id in (select game from game_line where player = ${player})`.execute(rows);
  await eraseWords(rows, player);
  await rows.updateTable("game_line").set({ name: removedName }).where("player", "=", player).execute();
  // On the boards of ratings nobody has a name: those are found elsewhere.
  await rows
    .updateTable("tally")
    .set({ name: removedName })
    .where("player", "=", player)
    .where("name", "<>", "")
    .execute();
};

/** Who wrote and left before the end has no line in the game: its stories are looked through by themselves. */
const eraseWords = async (rows: Rows, player: PlayerId): Promise<void> => {
  const mine = JSON.stringify([{ player }]);
  const { rows: found } = await sql<{ readonly id: string; readonly story: KeptStory }>`
    select id, detail -> 'story' as story from game
    where mode = 'story' and detail -> 'story' -> 'lines' @> ${mine}::jsonb`.execute(rows);
  for (const { id, story } of found) {
    const without = JSON.stringify(storyWithout(story, player));
    await sql`update game set detail = jsonb_set(detail, '{story}', ${without}::jsonb) where id = ${id}`.execute(rows);
  }
};
