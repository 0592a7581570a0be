/** A question as it stands between blank lines, or the name of a category. */
export type Block = {
  readonly line: number;
  readonly text: string;
  /** What comments before it say in `[tag:…]`. */
  readonly tags: readonly string[];
  readonly category?: string;
};

/** A blank line ends a question, unless its braces close only after it; a comment is blank, but ends nothing. */
export function* blocksOf(text: string): Generator<Block> {
  const lines = text.split("\n").map((line) => line.trim());
  const braces = nextBraces(lines);
  let tags: string[] = [];
  let block: { readonly line: number; readonly lines: string[]; open: boolean } | undefined;
  const finish = function* (): Generator<Block> {
    if (block === undefined) return;
    yield { line: block.line, text: block.lines.join("\n"), tags };
    tags = [];
    block = undefined;
  };
  for (const [index, line] of lines.entries()) {
    const goesOn = block?.open === true && braces[index] === "}";
    const category = goesOn ? undefined : /^\$CATEGORY\s*:(.*)$/i.exec(line)?.[1];
    if (category !== undefined) {
      yield* finish();
      yield { line: index + 1, text: "", tags: [], category: category.trim() };
    } else if (line.startsWith("//")) {
      tags.push(...line.matchAll(/\[tag:([^\]]{1,60})\]/g).map(([, tag = ""]) => tag.toLowerCase()));
      block?.lines.push("");
    } else if (line === "" && !goesOn) yield* finish();
    else {
      block ??= { line: index + 1, lines: [], open: false };
      block.lines.push(line);
      const { last } = bracesIn(line);
      if (last !== "") block.open = last === "{";
    }
  }
  yield* finish();
}

/** Of each line, which brace comes next from there on. */
const nextBraces = (lines: readonly string[]): readonly string[] => {
  const next: string[] = [];
  for (let at = lines.length - 1; at >= 0; at--) next[at] = bracesIn(lines[at] ?? "").first || (next[at + 1] ?? "");
  return next;
};

/** The first and the last brace of a line that is not escaped, "" for none. */
const bracesIn = (line: string): { readonly first: string; readonly last: string } => {
  let [first, last] = ["", ""];
  if (line.startsWith("//") || !/[{}]/.test(line)) return { first, last };
  for (let at = 0; at < line.length; at++) {
    const sign = line[at];
    if (sign === "\\") at++;
    else if (sign === "{" || sign === "}") [first, last] = [first || sign, sign];
  }
  return { first, last };
};
