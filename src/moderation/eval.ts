import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { englishDataset, englishRecommendedTransformers, RegExpMatcher } from "obscenity";
import { choiceKey, judge } from "./judge.ts";
import { evaluated, linesOf, rowsOf, type Judge, type Line } from "./eval-figures.ts";

// Prints how well the verdict function does on lines that people have labelled, beside another library.

const usage = "npm run eval:moderation -- FILE.jsonl [--misses KIND]";

const main = (): void => {
  const { positionals, values } = parseArgs({ allowPositionals: true, options: { misses: { type: "string" } } });
  const file = positionals[0];
  if (file === undefined) throw new Error(usage);
  const lines = linesOf(readFileSync(file, "utf8"));
  const choices = new Set(lines.filter(isChoiceLine).map(({ text }) => choiceKey(text)));
  const bare: Judge = (text) => judge(text, { level: "standard", purpose: "chat" });
  const exempting: Judge = (text) =>
    judge(text, { level: "standard", purpose: "chat", isChoice: (key) => choices.has(key) });
  if (values.misses !== undefined) {
    printMisses(lines, values.misses, bare);
    return;
  }
  const obscenity = new RegExpMatcher({ ...englishDataset.build(), ...englishRecommendedTransformers });
  const results = [
    evaluated("parlor", lines, bare),
    evaluated("obscenity", lines, (text) => ({ action: obscenity.hasMatch(text) ? "block" : "allow" })),
  ];
  for (const row of rowsOf(lines, results)) process.stdout.write(`${row}\n`);
  const trivia = lines.filter(isChoiceLine);
  if (trivia.length === 0) return;
  const share = (by: Judge): string =>
    ((trivia.filter(({ text }) => by(text).action !== "allow").length * 10_000) / trivia.length).toFixed(1);
  process.stdout.write(
    `\nchoices of questions (${trivia.length}), flagged per 10,000: ${share(bare)} without the exemption, `,
  );
  process.stdout.write(`${share(exempting)} with it\n`);
};

/** In the files for this, harmless lines of this kind are choices of questions. */
const isChoiceLine = ({ kind, label }: Line): boolean => kind === "trivia" && label === "ok";

const printMisses = (lines: readonly Line[], kind: string, by: Judge): void => {
  for (const { text, label } of lines.filter((line) => line.kind === kind || line.group === kind)) {
    const verdict = by(text);
    if ((verdict.action !== "allow") === (label === "abusive")) continue;
    const why = label === "ok" ? `  <- ${verdict.rule} (${verdict.view})` : "";
    process.stdout.write(`${label}\t${JSON.stringify(text)}${why}\n`);
  }
};

try {
  main();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
