import { correct } from "./correct.ts";
import { addLines } from "./count.ts";
import { addDue } from "./ratings.ts";
import { gameOf, gameRow, type Rows } from "./rows.ts";
import type { Correction, CorrectionOutcome, GameLine, StandingsParts } from "./standings.ts";
import { addToTallies, changesBy } from "./tallies.ts";

/** Corrects a game, its lines and the boards at once or not at all; what is already corrected stays as it is. */
export const correctGame = (
  db: Rows,
  id: string,
  correction: Correction,
  parts: StandingsParts,
): Promise<CorrectionOutcome> =>
  db.transaction().execute(async (rows) => {
    // Locked, so that two corrections of one game come one after the other.
    const row = await rows.selectFrom("game").selectAll().where("id", "=", id).forUpdate().executeTakeFirst();
    if (row === undefined) return { ok: false, reason: "not_found" };
    const before = gameOf(row);
    const outcome = correct(before, correction, parts.points.get(before.mode));
    if (!outcome.ok) return outcome;
    const { game, changed } = outcome;
    if (!changed) return { ok: true, game };
    await rows
      .updateTable("game")
      .set({ detail: gameRow(game).detail })
      .where("id", "=", id)
      .execute();
    await addLines(rows, [game]);
    const scores = new Map(before.lines.map(({ player, score }) => [player, score]));
    const gained = ({ player, score }: GameLine): number => score - (scores.get(player) ?? 0);
    await addToTallies(
      rows,
      game.lines
        .filter((line) => gained(line) !== 0)
        .flatMap((line) =>
          changesBy(
            game,
            { player: line.player, kind: line.kind, score: gained(line), games: 0 },
            parts,
            // What is not counted by mode and season yet will be, as it is then.
            row.boards === 0 ? "spans" : "all",
          ),
        ),
    );
    if (row.boards > 0) await addDue(rows, [game]);
    return { ok: true, game };
  });
