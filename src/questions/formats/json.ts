import { type Item, fault } from "./draft.ts";
import { readItem } from "./json-item.ts";
import { type Json, type JsonObject, isObject, parseJson } from "./json-tree.ts";
import { opened } from "./opentdb.ts";
import { type Format, Unreadable } from "./pack.ts";
import { parlorFormat } from "./parlor.ts";
import { roleOf } from "./role.ts";
import { difficultyOf } from "./values.ts";
import { words } from "./words.ts";

export type JsonFile = { readonly format: Format; readonly title: string; readonly items: Iterable<Item> };

/** Questions wherever they are in a JSON file, or one a line. */
export const readJson = (text: string, most: number): JsonFile => {
  const { values, faults } = valuesOf(text, most);
  const [first] = values;
  const root: Json = values.length === 1 && first !== undefined ? first : values;
  const title = isObject(root) ? titleOf(root) : "";
  const found = [...find(root, [], most)];
  if (found.length === 0 && faults.length === 0) throw new Unreadable("no questions were found in this JSON");
  const isOurs = isObject(root) && root.entries.get("format") === parlorFormat;
  const isOpenTriviaDb = found.some(
    ({ object }) => object.entries.has("correct_answer") && object.entries.has("incorrect_answers"),
  );
  const objects = isOpenTriviaDb ? opened(found.map(({ object }) => object)) : found.map(({ object }) => object);
  const items = objects.map((object, index) => readItem(object, found[index]?.path ?? {}, isOurs));
  return { format: isOpenTriviaDb ? "opentdb" : "json", title, items: [...faults, ...items] };
};

/** In JSON lines, a line that can't be read takes no other with it. */
const valuesOf = (
  text: string,
  most: number,
): { readonly values: readonly Json[]; readonly faults: readonly Item[] } => {
  if (!isJsonLines(text)) return { values: [...parseJson(text)], faults: [] };
  const values: Json[] = [];
  const faults: Item[] = [];
  for (const [index, line] of text.split("\n").entries()) {
    try {
      for (const value of parseJson(line)) values.push(isObject(value) ? { ...value, line: index + 1 } : value);
    } catch (error) {
      if (!(error instanceof Unreadable)) throw error;
      faults.push(fault(index + 1, "line", error.message));
      if (faults.length > most) break;
    }
  }
  return { values, faults };
};

/** Its first line is a whole object, and there are more. */
const isJsonLines = (text: string): boolean => {
  const lines = text.trim().split("\n", 2);
  if (lines.length < 2 || lines[0]?.startsWith("{") !== true) return false;
  try {
    return [...parseJson(lines[0])].length > 0;
  } catch {
    return false;
  }
};

const titleOf = ({ entries }: JsonObject): string => {
  for (const name of ["title", "name", "quizTitle", "quiz_title"]) {
    const title = entries.get(name);
    if (typeof title === "string") return title;
  }
  return "";
};

type Path = { readonly category?: string; readonly difficulty?: string };
type Found = { readonly object: JsonObject; readonly path: Path };

/** Objects that ask something, and those that stand in one list with them. */
function* find(json: Json, names: readonly string[], most: number): Generator<Found> {
  if (isObject(json)) {
    if (asks(json)) yield { object: json, path: pathOf(names) };
    else for (const [name, value] of json.entries) yield* find(value, [...names, name], most);
    return;
  }
  if (!Array.isArray(json)) return;
  const list = json as readonly Json[];
  if (!list.some((value) => isObject(value) && asks(value))) {
    for (const value of list) yield* find(value, names, most);
    return;
  }
  let count = 0;
  for (const value of list) {
    if (++count > most + 1) return;
    if (isObject(value)) yield { object: value, path: pathOf(names) };
  }
}

const asks = ({ entries }: JsonObject): boolean => {
  const roles = [...entries].slice(0, 100).map(([name, value]) => ({ is: roleOf(name)?.is, value }));
  const isPrompt = roles.some(({ is, value }) => is === "prompt" && (typeof value === "string" || isObject(value)));
  const isAnswered = roles.some(
    ({ is }) => is === "choice" || is === "choices" || is === "answers" || is === "wrong" || is === "key",
  );
  return isPrompt && isAnswered;
};

/** Names on the way to a question say what it is about: `{ "History": { "Easy": [ … ] } }`. */
const pathOf = (names: readonly string[]): Path => {
  const told = names.filter((name) => !containers.test(words(name)) && !/^\d+$/.test(name));
  const difficulty = told.find((name) => difficultyOf(name) !== undefined);
  const category = told.findLast((name) => name !== difficulty);
  return { ...(category === undefined ? {} : { category }), ...(difficulty === undefined ? {} : { difficulty }) };
};

const containers =
  /^(?:questions?|results?|data|items?|quiz(?:zes)?|trivia|cards?|content|list|array|entries|records|rounds?|games?|tests?|exams?|(?:question|quiz|round|q) \d+)$/;
