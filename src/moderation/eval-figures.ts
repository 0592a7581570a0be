/** A line that people have labelled, as the files for this have it. */
export type Line = {
  readonly text: string;
  readonly label: "ok" | "abusive";
  readonly kind: string;
  /** Where within its kind it belongs: a corpus, a way to evade. */
  readonly group: string;
};

export type Judge = (text: string) => { readonly action: string; readonly rule?: string; readonly view?: string };

type Result = { readonly name: string; readonly flagged: readonly boolean[]; readonly micros: readonly number[] };

/** The lines of a file; an error that names the line when one is not what it should be. */
export const linesOf = (content: string): readonly Line[] => {
  const rows = content.split("\n").map((row, at) => ({ row: row.trim(), at: at + 1 }));
  const lines = rows.filter(({ row }) => row !== "").map(({ row, at }) => lineOf(row, at));
  if (lines.length === 0) throw new Error("The file has no lines.");
  return lines;
};

const lineOf = (row: string, at: number): Line => {
  let parsed: unknown;
  try {
    parsed = JSON.parse(row);
  } catch {
    throw new Error(`Line ${at} is not JSON.`);
  }
  const { text, label, kind, source } = (parsed ?? {}) as Record<string, unknown>;
  if (typeof text !== "string" || typeof kind !== "string" || (label !== "ok" && label !== "abusive"))
    throw new Error(`Line ${at} needs a "text", a "kind", and a "label" that is "ok" or "abusive".`);
  const group = typeof source === "string" ? (/technique (\S+)/.exec(source)?.[1] ?? source.replace(/ \(.*/, "")) : "";
  return { text, label, kind, group };
};

/** Letter case alone hides nothing: what is written so is plain. */
const plain = new Set(["plain", "upper", "mixcase"]);

/** Judges every line, and takes the time of each: the best of three, after a walk over all to warm up. */
export const evaluated = (name: string, lines: readonly Line[], by: Judge): Result => {
  for (const { text } of lines) by(text);
  const timed = lines.map(({ text }) => {
    let best = Infinity;
    let flagged = false;
    for (let round = 0; round < 3; round++) {
      const start = performance.now();
      flagged = by(text).action !== "allow";
      best = Math.min(best, performance.now() - start);
    }
    return { flagged, micros: best * 1000 };
  });
  return { name, flagged: timed.map((one) => one.flagged), micros: timed.map((one) => one.micros) };
};

/** A table: a row for each kind and label, and each group within, with the share of lines that each judge flags. */
export const rowsOf = (lines: readonly Line[], results: readonly Result[]): readonly string[] => {
  const places = new Map<string, number[]>();
  const put = (row: string, at: number): void => void places.set(row, [...(places.get(row) ?? []), at]);
  const sorted = lines.map((line, at) => ({ line, at }));
  for (const { line, at } of sorted) {
    const measure = line.label === "abusive" ? "caught" : "false alarms";
    const kind = line.kind === "evasion" && plain.has(line.group) ? "plain" : line.kind;
    put(`${kind}, ${measure}`, at);
    if (line.group !== "" && line.group !== "own") put(`${kind}, ${measure}: ${line.group}`, at);
  }
  const head = row(
    "",
    "lines",
    results.map(({ name }) => name),
  );
  const body = [...places]
    .toSorted(([one], [other]) => one.localeCompare(other))
    .map(([name, at]) =>
      row(
        name,
        String(at.length),
        results.map(({ flagged }) => share(at, flagged)),
      ),
    );
  const time = (part: number) => results.map(({ micros }) => quantile(micros, part).toFixed(1));
  return [head, ...body, "", row("µs a message, p50", "", time(0.5)), row("µs a message, p99", "", time(0.99))];
};

const row = (name: string, count: string, figures: readonly string[]): string =>
  `${name.padEnd(62)}${count.padStart(6)}${figures.map((figure) => figure.padStart(12)).join("")}`;

const share = (at: readonly number[], flagged: readonly boolean[]): string =>
  (at.filter((one) => flagged[one]).length / at.length).toFixed(3);

const quantile = (values: readonly number[], part: number): number =>
  values.toSorted((one, other) => one - other)[Math.floor((values.length - 1) * part)] ?? 0;
