import { Ledger, type Result } from "./ledger.ts";
import type { LoadOptions, Scenario } from "./load-options.ts";
import { chat } from "./scenarios/chat.ts";
import { evening } from "./scenarios/evening.ts";
import { joins } from "./scenarios/joins.ts";
import { lobbies } from "./scenarios/lobbies.ts";
import { quiz } from "./scenarios/quiz.ts";
import { soak } from "./scenarios/soak.ts";
import type { Stage } from "./stage.ts";

type Play = (stage: Stage, options: LoadOptions, ledger: Ledger) => Promise<void>;
const plays: Readonly<Record<Scenario, Play>> = { chat, quiz, lobbies, joins, evening, soak };

/** Plays one scenario on servers that are there. */
export const runScenario = async (
  stage: Stage,
  options: LoadOptions,
  command: string,
  say: (line: string) => void = () => {},
): Promise<Result> => {
  const ledger = new Ledger(say);
  await plays[options.scenario](stage, options, ledger);
  return ledger.result(options.scenario, command, new Date());
};
