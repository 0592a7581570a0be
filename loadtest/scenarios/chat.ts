import type { Ledger } from "../ledger.ts";
import { type LoadOptions, mostRate } from "../load-options.ts";
import { addTimes, inRounds, measured, prepare, seat } from "../measuring.ts";
import type { Stage } from "../stage.ts";
import type { Tally } from "../tally.ts";

/** Lines a second that a lively lobby of any size has. */
const lively = 40;
/** Small lobbies are measured several at a time, or the process's own pulse would be most of what is measured. */
const peopleAtLeast = 64;

/** Chat: all write in turn, each no faster than the flood rules allow, and all read. */
export const chat = async (stage: Stage, options: LoadOptions, ledger: Ledger): Promise<void> => {
  const { seconds = 5, rounds = 3, warm = 10 } = options;
  for (const players of options.players) {
    const lobbies = options.lobbies ?? Math.max(1, Math.floor(peopleAtLeast / players));
    const rate = options.rate ?? Math.min(lively, mostRate(players) * 0.95);
    const of = `${lobbies} × ${players} players, ${rate.toFixed(0)} lines/s each`;
    const { crew } = stage;
    const write = (kind: "parlor" | "ws" | "socketio", howLong: number): Promise<Tally> => {
      const parts = lobbies >= crew.size ? 1 : crew.size;
      return crew.all(kind, { do: "chat", linesASecond: rate / parts, seconds: howLong, parts });
    };
    for (const side of stage.sides) {
      const seated = await seat(crew, side, await prepare(crew, side, { lobbies, players }));
      ledger.fail(side.kind, seated.errors);
      if (warm > 0) await write(side.kind, warm);
    }
    await inRounds(stage, rounds, async (side) => {
      const { kind } = side;
      const { cpuUs, outcome: tally } = await measured(side, () => write(kind, seconds));
      const delivered = tally.of("delivered");
      ledger.add(of, "CPU per delivered line, µs", kind, cpuUs / delivered);
      ledger.add(of, "bytes per delivered line", kind, tally.of("bytes") / delivered);
      addTimes(ledger, of, kind, tally, "delivery", "line → delivery");
      ledger.fail(kind, tally.errors);
      const lost = tally.of("lines") * players - delivered;
      if (lost !== 0) ledger.fail(kind, { lost_lines: lost });
    });
    for (const { kind } of stage.sides) await crew.all(kind, { do: "leave" });
  }
};
