import { closingOf, runFile } from "./runner.ts";

/** Runs the tests of each file whose path comes from the process that started this one. */
process.on("message", (file: string) => void runFile(file).then((counts) => console.log(closingOf(counts))));
// What it has started and made goes with it.
process.once("disconnect", () => process.exit());
