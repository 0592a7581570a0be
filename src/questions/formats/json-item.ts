import { type Draft, type Item, type KeyHint, fault, question, truth } from "./draft.ts";
import { extrasInJson } from "./extras.ts";
import { type Json, type JsonObject, isObject } from "./json-tree.ts";
import { choicesIn, isRight, textIn, textsIn } from "./json-values.ts";
import { unlettered } from "./lettered.ts";
import { type Role, roleOf } from "./role.ts";
import { unsupportedType } from "./type.ts";

type Known = { readonly category?: string; readonly difficulty?: string };

/** A question in one of the shapes that questions have in JSON. */
export const readItem = (object: JsonObject, known: Known, isOurs: boolean): Item => {
  const fields = new Fields(object);
  const { line, entries } = object;
  const type = unsupportedType(fields.text("type"));
  if (type !== undefined) return fault(line, "type", type);
  const extras = isOurs ? extrasInJson(object) : {};
  const asked = extras.number === undefined ? askedIn(fields, line) : { choices: [], keys: [] };
  if (typeof asked === "string") return fault(line, asked === several ? "key" : "choices", asked);
  // The shape that our API has, where the key is an index.
  const indexed = ["prompt", "choices"].every((name) => entries.has(name)) && typeof entries.get("key") === "number";
  return question({
    ...asked,
    line,
    prompt: fields.text("prompt"),
    choices: isOurs || indexed ? asked.choices : unlettered(asked.choices),
    keys: indexed ? asked.keys.map((key) => ({ ...key, kind: "index" })) : asked.keys,
    category: fields.text("category") || (known.category ?? ""),
    difficulty: fields.text("difficulty") || (known.difficulty ?? ""),
    explanation: fields.text("explanation"),
    seconds: secondsIn(entries) ?? fields.text("seconds"),
    ...(Object.keys(extras).length === 0 ? {} : { extras }),
    plain: isOurs,
  });
};

class Fields {
  readonly #all: readonly { readonly role: Role; readonly name: string; readonly value: Json }[];

  constructor({ entries }: JsonObject) {
    const all = [...entries].slice(0, 200).flatMap(([name, value]) => {
      const role = roleOf(name);
      return role === undefined || value === null ? [] : [{ role, name, value }];
    });
    const isList = all.some(({ role }) => role.is === "choices");
    // In `{ q, o, a }` the last is the key: the choices are in the list.
    this.#all = all.map((field) =>
      isList && field.name === "a" ? { ...field, role: { is: "key", kind: "any" } } : field,
    );
  }

  of<Is extends Role["is"]>(is: Is) {
    return this.#all.flatMap(({ role, name, value }) =>
      role.is === is ? [{ role: role as Extract<Role, { is: Is }>, name, value }] : [],
    );
  }

  /** The first text that there is under names of a meaning. */
  text(is: Role["is"]): string {
    for (const { value } of this.of(is)) {
      const text = textIn(value);
      if (text.trim() !== "") return text;
    }
    return "";
  }
}

const several = "several right answers are not supported";

type Asked = Pick<Draft, "choices" | "keys" | "blanks">;

const askedIn = (fields: Fields, line: number): Asked | string => {
  const [answers] = fields.of("answers");
  const [list] = fields.of("choices");
  const isList = list === undefined && answers !== undefined && typeof answers.value === "object";
  const said = [
    ...fields.of("key").map(({ role, value }) => ({ kind: role.kind, value })),
    ...(answers === undefined || isList ? [] : [{ kind: "any" as const, value: answers.value }]),
  ];
  const hints = said.map(({ kind, value }) => rightsIn(value).map((text): KeyHint => ({ kind, text })));
  if (hints.some((rights) => rights.length > 1)) return several;
  const keys = hints.flat().filter(({ text }) => text !== "");
  const wrong = fields.of("wrong").flatMap(({ value, role }) => textsIn(value, role.several));
  const choices = (isList ? answers : list)?.value;
  if (choices !== undefined) return marked(choices, keys);
  if (wrong.length > 0) return withWrong(keys, wrong, line);
  const named = fields.of("choice").toSorted((a, b) => a.role.place - b.role.place);
  if (named.length > 0)
    return { choices: named.map(({ name, value }) => ({ text: textIn(value), label: name })), keys, blanks: true };
  const right = keys[0]?.text.toLowerCase();
  return right === "true" || right === "false" ? truth(right === "true", line) : "there is nothing to choose from";
};

/** What is said to be right: one, several, or those that are marked: `{ "answer_a_correct": "true", … }`. */
const rightsIn = (value: Json): readonly string[] => {
  if (Array.isArray(value)) return (value as readonly Json[]).map((one) => textIn(one));
  if (!isObject(value) || ![...value.entries].some(([name]) => /_?correct$/i.test(name))) return [textIn(value)];
  return [...value.entries].flatMap(([name, mark]) => (isRight(mark) ? [name.replace(/_?correct$/i, "")] : []));
};

/** Choices of a list, which may themselves say which of them is right. */
const marked = (list: Json, keys: readonly KeyHint[]): Asked | string => {
  const choices = choicesIn(list);
  const right = choices.flatMap((choice, index) => (choice.right === true ? [index] : []));
  if (right.length > 1) return several;
  return { choices, keys: [...right.map((index): KeyHint => ({ text: String(index), kind: "index" })), ...keys] };
};

/** The right choice apart from the wrong ones. */
const withWrong = (keys: readonly KeyHint[], wrong: readonly string[], line: number): Asked => {
  const right = keys[0]?.text ?? "";
  const isTruth = wrong.length === 1 && [right, wrong[0] ?? ""].every((text) => /^(?:true|false)$/i.test(text));
  if (isTruth) return truth(right.toLowerCase() === "true", line);
  return {
    choices: [right, ...wrong].map((text) => ({ text })),
    keys: right === "" ? [] : [{ text: "0", kind: "index" }],
  };
};

/** Kahoot counts in ms. */
const secondsIn = (entries: ReadonlyMap<string, Json>): string | undefined => {
  const time = entries.get("time");
  return typeof time === "number" && time >= 1000 && entries.has("choices") ? String(time / 1000) : undefined;
};
