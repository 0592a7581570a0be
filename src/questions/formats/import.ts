import { readAiken } from "./aiken.ts";
import { check } from "./check.ts";
import { looksLikeHeadless, looksLikeTable, readCsv } from "./csv.ts";
import { decode } from "./decode.ts";
import type { Item } from "./draft.ts";
import { readGift } from "./gift.ts";
import { readJson } from "./json.ts";
import { readMoodle } from "./moodle.ts";
import { findLayout } from "./layout.ts";
import { readOpenTriviaQa } from "./opentriviaqa.ts";
import { type Fault, type Format, type ImportOptions, type ImportOutcome, LIMITS, Unreadable } from "./pack.ts";
import { parlorSheet } from "./parlor.ts";
import { type Sheet, readSheets } from "./sheet.ts";
import { readTable } from "./table.ts";
import { tidyLine } from "./tidy.ts";
import { told } from "./told.ts";

/**
 * The questions of a file in any of the formats, told by its content. All or nothing, unless `partial`: then what is
 * wrong with some questions is a warning, and of too many the first are taken. A file that can't be read to its end
 * is refused as a whole either way.
 */
export const importQuestions = async (bytes: Uint8Array, options: ImportOptions): Promise<ImportOutcome> => {
  let format: Format | "unknown" = "unknown";
  try {
    const most = options.most ?? LIMITS.questions;
    const file = await open(bytes, most, (detected) => (format = detected));
    format = file.format;
    return outcome(file, most, options.partial);
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    return { ok: false, format, faults: [error.fault] };
  }
};

type File = { readonly format: Format; readonly title: string; readonly items: Iterable<Item> };

const open = async (bytes: Uint8Array, most: number, detected: (format: Format) => void): Promise<File> => {
  if (bytes.length > LIMITS.bytes) throw new Unreadable("the file is larger than 5 MB");
  refuseKnown(bytes);
  if (startsWith(bytes, "PK")) return openSheet(bytes, most, detected);
  const text = decode(bytes);
  if (text.trim() === "") throw new Unreadable("the file is empty");
  const format = formatOf(text);
  if (format === undefined)
    throw new Unreadable(
      "this is in no known format: CSV, JSON, GIFT, Aiken, Moodle XML, OpenTriviaQA or a spreadsheet",
    );
  detected(format);
  switch (format) {
    case "json":
      return readJson(text, most);
    case "moodle":
      return { format, title: "", items: readMoodle(text, most) };
    case "opentriviaqa":
      return { format, title: "", items: readOpenTriviaQa(text) };
    case "aiken":
      return { format, title: "", items: readAiken(text) };
    case "gift":
      return { format, title: "", items: readGift(text) };
    case "csv": {
      const { maker, items } = readTable(readCsv(text, most));
      return { format: maker === "kahoot" ? "kahoot" : "csv", title: "", items };
    }
  }
};

/** The first sheet that names its columns; there may be one of advice before it. */
const openSheet = async (bytes: Uint8Array, most: number, detected: (format: Format) => void): Promise<File> => {
  detected("spreadsheet");
  let sheet: Sheet | undefined;
  for await (const next of readSheets(bytes, most)) {
    const isNamed = findLayout(next.rows) !== undefined;
    if (isNamed || sheet === undefined) sheet = next;
    if (isNamed) break;
  }
  const isOurs = sheet?.name === parlorSheet;
  const { maker, items } = readTable(sheet?.rows ?? [], isOurs);
  return { format: isOurs || maker === "kahoot" ? "kahoot" : "spreadsheet", title: "", items };
};

/** Files that people take for one of the formats. */
const refuseKnown = (bytes: Uint8Array): void => {
  if (startsWith(bytes, "\xD0\xCF\x11\xE0"))
    throw new Unreadable("this is an old Excel file (.xls): save it as .xlsx or as CSV");
  if (startsWith(bytes, "%PDF")) throw new Unreadable("this is a PDF: questions can't be read from it");
  if (startsWith(bytes, "\x1F\x8B")) throw new Unreadable("this is a compressed file: unpack it first");
};

const startsWith = (bytes: Uint8Array, sign: string): boolean =>
  sign.split("").every((character, at) => bytes[at] === character.charCodeAt(0));

type TextFormat = "json" | "moodle" | "opentriviaqa" | "aiken" | "gift" | "csv";

const formatOf = (text: string): TextFormat | undefined => {
  const begin = text.trimStart().slice(0, 200);
  if (/^<(?:!doctype html|html)\b/i.test(begin)) throw new Unreadable("this is a web page, not a file of questions");
  if (/^<(?:[?!]|quiz\b)/.test(begin)) return "moodle";
  if (/^(?:\[\s*[\]{["]|\{\s*["}])/.test(begin)) return "json";
  // What a file begins with says more than what its texts may look like.
  if (/^(?:\/\/|::|\$CATEGORY:)/i.test(begin)) return "gift";
  if (/^#Q(?:\s|$)/.test(begin)) return "opentriviaqa";
  if (looksLikeTable(text)) return "csv";
  if (/^[ \t]*#Q(?:\s|$)/m.test(text)) return "opentriviaqa";
  if (/^[ \t]*(?:CORRECT )?ANSWERS?[ \t]*[:=]/im.test(text) && /^[ \t]*[A-Z](?:\)|\.[ \t])/im.test(text))
    return "aiken";
  const isGift = /^[ \t]*(?:::|\$CATEGORY:)/im.test(text) || /\{\s*(?:[=~#}]|(?:T|F|TRUE|FALSE)\s*[#}])/i.test(text);
  if (isGift && !looksLikeHeadless(text)) return "gift";
  return /[,;\t|]/.test(begin) ? "csv" : undefined;
};

const outcome = ({ format, title, items }: File, most: number, partial: boolean): ImportOutcome => {
  const { items: taken, fault: tooMany } = bounded(items, most);
  const { questions, lines, faults: found, warnings } = check(taken);
  // Told first, as only so many faults are.
  const faults = tooMany === undefined ? found : [tooMany, ...found];
  const [first] = faults;
  if (first === undefined && questions.length === 0) throw new Unreadable("the file has no questions");
  if (questions.length === 0 || (first !== undefined && !partial)) return { ok: false, format, faults: told(faults) };
  const all = [...warnings, ...faults].toSorted((a, b) => a.line - b.line);
  return { ok: true, format, title: tidyLine(title).slice(0, LIMITS.title), questions, lines, warnings: told(all) };
};

/** As many items as may be; the rest of a file that has more is not read. */
const bounded = (
  items: Iterable<Item>,
  most: number,
): { readonly items: readonly Item[]; readonly fault: Fault | undefined } => {
  const taken: Item[] = [];
  let count = 0;
  for (const item of items) {
    if (item.type !== "warning" && ++count > most) {
      const reason = `there are more than ${most} questions; what follows is not read`;
      return { items: taken, fault: { line: lineOf(item), field: "file", reason } };
    }
    taken.push(item);
  }
  return { items: taken, fault: undefined };
};

const lineOf = (item: Item): number => (item.type === "question" ? item.draft.line : item.fault.line);
