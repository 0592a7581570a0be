import type { Ledger } from "../ledger.ts";
import type { LoadOptions } from "../load-options.ts";
import { addTimes, inRounds, measured, prepare, seat } from "../measuring.ts";
import type { Kind, PlayWish } from "../orders.ts";
import type { Stage } from "../stage.ts";
import type { Tally } from "../tally.ts";

type Measuring = (play: () => Promise<Tally>) => Promise<void>;

const peopleAtLeast = 64;
const bigLobby = 40;
const gameSeconds = 300;

/** Whole question rounds: a question opens, all answer within the spread, results and scores are shown. */
export const quiz = async (stage: Stage, options: LoadOptions, ledger: Ledger): Promise<void> => {
  const { crew } = stage;
  const { questions = 5, rounds = 3, warm = 10 } = options;
  const game = async (
    kind: Kind,
    wish: PlayWish & { readonly questions: number },
    measure: Measuring,
  ): Promise<void> => {
    ledger.fail(
      kind,
      (await crew.all(kind, { do: "begin", questions: wish.questions, seconds: gameSeconds, until: "countdown" }))
        .errors,
    );
    await measure(() => crew.all(kind, { do: "play", wish }));
    ledger.fail(kind, (await crew.all(kind, { do: "finish" })).errors);
  };
  for (const players of options.players) {
    const lobbies = options.lobbies ?? Math.max(1, Math.floor(peopleAtLeast / players));
    const spreadMs = options.spread ?? (players < bigLobby ? 200 : 500);
    const of = `${lobbies} × ${players} players, answers in ${spreadMs} ms`;
    for (const side of stage.sides) {
      const seated = await seat(crew, side, await prepare(crew, side, { lobbies, players }));
      ledger.fail(side.kind, seated.errors);
      for (const end = performance.now() + warm * 1000; performance.now() < end;)
        await game(side.kind, { spreadMs, questions: Math.min(2, questions) }, async (play) => {
          await play();
        });
    }
    await inRounds(stage, rounds, (side) =>
      game(side.kind, { spreadMs, questions }, async (play) => {
        const { kind } = side;
        const { cpuUs, outcome: tally } = await measured(side, play);
        const answers = tally.of("answers");
        ledger.add(of, "CPU per answer, µs", kind, cpuUs / answers);
        ledger.add(of, "bytes to each player a round", kind, tally.of("bytes") / (lobbies * players * questions));
        addTimes(ledger, of, kind, tally, "reply", "answer → reply");
        ledger.fail(kind, tally.errors);
        const missing = lobbies * players * questions - tally.of("results");
        if (missing > 0) ledger.fail(kind, { missing_results: missing });
      }),
    );
    for (const { kind } of stage.sides) await crew.all(kind, { do: "leave" });
  }
};
