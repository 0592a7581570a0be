import { existsSync } from "node:fs";
import { parseArgs } from "node:util";
import { checkFairness, type Evidence, type Fault, type Finding } from "../core/fairness-check.ts";
import { games } from "../games/index.ts";
import { gamesOf } from "../lobby/index.ts";
import { dealingFaults } from "./dealing.ts";
import { fetchEvidence, NotRead, readEvidence } from "./evidence.ts";

const usage = `npm run verify -- GAME [options]
Checks that a finished game went by what was fixed at its start. GAME is its id, or a file with its proof.
  --url ADDRESS       the server; the one on this machine unless said
  --commitment HASH   as the lobby showed it while the game was played; may be given again
Leaves with 0 when all fits, and with 1 otherwise.`;

const options = {
  url: { type: "string" },
  commitment: { type: "string", multiple: true },
  help: { type: "boolean", short: "h", default: false },
} as const;

/** Where lines go: the console. */
type Voice = { readonly log: (line: string) => unknown; readonly error: (line: string) => unknown };

/** Does what the arguments of a command line say and gives the exit code. */
export const run = async (args: readonly string[], say: Voice): Promise<number> => {
  try {
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
    const [game] = positionals;
    if (values.help || game === undefined || positionals.length > 1) {
      say.log(usage);
      return values.help ? 0 : 1;
    }
    const noted = (values.commitment ?? []).map((hash) => hash.trim().toLowerCase());
    const server = values.url ?? `http://127.0.0.1:${process.env["PORT"] ?? "2567"}`;
    return await verdict(existsSync(game) ? await readEvidence(game) : await fetchEvidence(server, game), noted, say);
  } catch (error) {
    if (!(error instanceof NotRead) && !(error instanceof TypeError)) throw error;
    say.error(error.message);
    return 1;
  }
};

const verdict = async (evidence: Evidence, noted: readonly string[], say: Voice): Promise<number> => {
  const { game, mode, proof } = evidence;
  say.log(`Game ${game}, mode ${mode}`);
  if (proof === undefined) {
    say.log("NOT COMMITTED: this game was bound by nothing (it may be of before there were commitments).");
    return 1;
  }
  const found = checkFairness({ ...evidence, proof }, noted);
  const rules = gamesOf(games).get(mode);
  const faults = [...found.faults, ...(rules === undefined ? [] : dealingFaults(rules, { ...evidence, proof }))];
  for (const line of checked(found, proof.draws.length, proof.setup.written === true)) say.log(`- ${line}`);
  if (rules === undefined) say.log(`- this version knows no mode ${mode}: what follows from the seed was not checked`);
  if (noted.length === 0)
    say.log("- no commitment was given with --commitment: only whoever noted it can know when it was made");
  proof.commitments.forEach((commitment, index) => say.log(`  commitment ${index + 1}: ${commitment}`));
  for (const fault of faults) say.error(`WRONG: ${wordsOf(fault)}`);
  say.log(
    faults.length === 0 ? "FAIR: everything fits." : `NOT FAIR: ${faults.length} of what was checked does not fit.`,
  );
  return faults.length === 0 ? 0 : 1;
};

const checked = (
  { commitments, questions, noted, corrected }: Finding,
  draws: number,
  areWritten: boolean,
): string[] => [
  `commitments made again from what was opened: ${commitments}`,
  ...(noted > 0 ? [`of them noted while it was played: ${noted}`] : []),
  `questions compared with what was committed to, in their order: ${questions}`,
  ...(questions > 0 && !areWritten ? ["the order of choices, dealt again from the seed by the game's own code"] : []),
  ...(areWritten ? ["what there was to choose from is players' own words, which nothing is bound to"] : []),
  ...(draws > 0 ? [`what else the seed decided, drawn again: ${draws}`] : []),
  ...(corrected.length > 0 ? [`put right after the start, which is no fault: question ${corrected.join(", ")}`] : []),
];

const wordsOf = ({ what, number }: Fault): string => {
  switch (what) {
    case "other_game":
      return "the proof is of another game";
    case "not_as_noted":
      return "a commitment that was noted is not one of this game's";
    case "commitment":
      return `what was opened does not make commitment ${number}`;
    case "not_committed":
      return `question ${number} is not among those that were committed to`;
    case "order":
      return `question ${number} was not asked in its turn`;
    case "changed":
      return `question ${number} is not as it was committed to`;
    case "dealing":
      return `the choices of question ${number} do not stand as the seed has them`;
    case "drawn":
      return `draw ${number} does not follow from the seed`;
  }
};

if (import.meta.main) process.exitCode = await run(process.argv.slice(2), console);
