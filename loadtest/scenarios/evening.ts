import type { Ledger } from "../ledger.ts";
import type { LoadOptions } from "../load-options.ts";
import { addTimes, inRounds, measured } from "../measuring.ts";
import type { Stage } from "../stage.ts";
import type { Counted } from "../tally.ts";

/** An evening in so few seconds: everything that people do in one, closer together. */
const thinkMs = 1500;
const lineEveryMs = 5000;
const told: readonly Counted[] = ["lobbies", "joins", "games", "answers", "lines", "returns", "drops"];

/** Joins in waves, games, chat, lost connections that come back to their seats or don't, lobbies made and emptied. */
export const evening = async (stage: Stage, options: LoadOptions, ledger: Ledger): Promise<void> => {
  const { crew } = stage;
  const { connections = 200, seconds = 40, life = 12, rounds = 3 } = options;
  const [players = 8] = options.players;
  // Lobbies are three quarters full on average.
  const lobbies = Math.max(1, Math.round(connections / crew.size / (players * 0.75)));
  const of = `about ${connections} people, lobbies of up to ${players}, ${seconds} s`;
  await inRounds(stage, rounds, async (side, round) => {
    const { kind, server } = side;
    const wish = {
      lobbies,
      players,
      ms: seconds * 1000,
      lifeMs: life * 1000,
      thinkMs: Math.min(thinkMs, life * 100),
      lineEveryMs: Math.min(lineEveryMs, life * 500),
      returns: 0.2,
      drops: 0.05,
      deleted: 0.5,
      withBot: 0,
      seed: 1 + round * crew.size,
    };
    const work = { do: "evening", url: server.url, wish } as const;
    const { cpuUs, outcome: tally } = await measured(side, () =>
      crew.all(kind, work, (seconds + 2 * life + 90) * 1000),
    );
    const playerSeconds = tally.of("playerMs") / 1000;
    ledger.add(of, "CPU per player and second, µs", kind, cpuUs / playerSeconds);
    ledger.add(of, "bytes to each player a second", kind, tally.of("bytes") / playerSeconds);
    addTimes(ledger, of, kind, tally, "join", "join");
    addTimes(ledger, of, kind, tally, "reply", "answer → reply");
    ledger.fail(kind, tally.errors);
    const counts = told.map((what) => `${tally.of(what)} ${what}`).join(", ");
    if (kind === "parlor")
      ledger.note(`Evening ${round + 1}: ${counts}; ${tally.of("tooLate")} answers too late after a return.`);
  });
};
