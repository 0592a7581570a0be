import { sql } from "kysely";
import type { PlayerId } from "../core/ids.ts";
import { removedName } from "../core/removed.ts";
import type { Rows } from "./rows.ts";

/** Takes somebody's name off their games and the boards. */
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
  await rows.updateTable("game_line").set({ name: removedName }).where("player", "=", player).execute();
  await rows.updateTable("tally").set({ name: removedName }).where("player", "=", player).execute();
};
