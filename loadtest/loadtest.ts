import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { compared, readResult } from "./compare.ts";
import type { Result } from "./ledger.ts";
import { OptionError, readOptions, type Scenario, scenarios, usage } from "./load-options.ts";
import { printed } from "./print.ts";
import { runScenario } from "./run-scenario.ts";
import { checkHandles, openStage } from "./stage.ts";

/**
 * `npm run loadtest -- <scenario> [options]`: what the server costs and how quickly it answers, beside a plain `ws`
 * server and a plain socket.io server that do the same work in the same run. Without a scenario it says what there is.
 */

const results = fileURLToPath(new URL("results/", import.meta.url));

const keep = async (result: Result, path: string | undefined): Promise<string> => {
  const file = path ?? join(results, `${result.scenario}-${result.at.replaceAll(/[:.]/g, "-")}.json`);
  if (path === undefined) await mkdir(results, { recursive: true });
  await writeFile(file, `${JSON.stringify(result, undefined, 1)}\n`);
  return file;
};

const hasErrors = ({ errors }: Result): boolean => Object.keys(errors.parlor ?? {}).length > 0;

const run = async (scenario: Scenario, args: readonly string[]): Promise<boolean> => {
  const options = readOptions(scenario, args);
  const command = ["npm run loadtest --", scenario, ...args].join(" ");
  const stage = await openStage(options);
  try {
    const result = await runScenario(stage, options, command, console.error);
    console.log(`${printed(result, options.markdown)}\n`);
    console.error(`kept in ${await keep(result, options.json)}`);
    return !hasErrors(result) && result.passed !== false;
  } finally {
    await stage.close();
  }
};

const compare = async (args: readonly string[]): Promise<void> => {
  const files = args.filter((arg) => arg !== "--markdown");
  const [before, after] = files;
  if (before === undefined || after === undefined || files.length > 2) throw new OptionError("compare takes two files");
  console.log(compared(await readResult(before), await readResult(after), files.length < args.length));
};

const main = async ([what = "", ...args]: readonly string[]): Promise<number> => {
  if (what === "compare") {
    await compare(args);
    return 0;
  }
  const wanted = what === "all" ? scenarios : scenarios.filter((scenario) => scenario === what);
  if (wanted.length === 0)
    throw new OptionError(`${what === "" ? "" : `There is no scenario "${what}".\n\n`}${usage()}`);
  // What can't be done is said before anything is started.
  for (const scenario of wanted) checkHandles(readOptions(scenario, args));
  let isWell = true;
  for (const scenario of wanted) isWell = (await run(scenario, args)) && isWell;
  return isWell ? 0 : 1;
};

try {
  process.exit(await main(process.argv.slice(2)));
} catch (error) {
  console.error(error instanceof OptionError ? error.message : `The run broke off: ${String(error)}`);
  process.exit(error instanceof OptionError ? 2 : 1);
}
