import { type DraftChoice, type Item, type KeyHint, fault, question, truth } from "./draft.ts";
import { type Json, type JsonObject, isObject } from "./json-tree.ts";
import { unlettered } from "./lettered.ts";
import { splitList } from "./list.ts";
import { type Role, roleOf } from "./role.ts";
import { unsupportedType } from "./type.ts";

type Known = { readonly category?: string; readonly difficulty?: string };

/** A question in one of the shapes that questions have in JSON. */
export const readItem = (object: JsonObject, known: Known, isOurs: boolean): Item => {
  const fields = new Fields(object);
  const { line } = object;
  const type = unsupportedType(textIn(fields.one("type")));
  if (type !== undefined) return fault(line, "type", type);
  const asked = askedIn(fields, line);
  if (typeof asked === "string") return fault(line, asked === several ? "key" : "choices", asked);
  // The shape of our own, where the key is an index.
  const { entries } = object;
  const indexed =
    ["prompt", "choices", "key"].every((name) => entries.has(name)) && typeof entries.get("key") === "number";
  return question({
    line,
    prompt: textIn(fields.one("prompt")),
    choices: isOurs || indexed ? asked.choices : unlettered(asked.choices),
    keys: indexed ? asked.keys.map((key) => ({ ...key, kind: "index" })) : asked.keys,
    category: textIn(fields.one("category")) || (known.category ?? ""),
    difficulty: textIn(fields.one("difficulty")) || (known.difficulty ?? ""),
    explanation: textIn(fields.one("explanation")),
    seconds: secondsIn(entries, textIn(fields.one("seconds"))),
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

  one(is: Role["is"]): Json | undefined {
    return this.of(is)[0]?.value;
  }
}

const several = "several right answers are not supported";

type Asked = { readonly choices: readonly DraftChoice[]; readonly keys: readonly KeyHint[] };

const askedIn = (fields: Fields, line: number): Asked | string => {
  const said = fields.of("key");
  const answers = fields.one("answers");
  const lists = fields.one("choices");
  const isList = lists === undefined && (Array.isArray(answers) || isObject(answers));
  const list = lists ?? (isList ? answers : undefined);
  const hints = [
    ...said.map(({ role, value }) => ({ kind: role.kind, value })),
    ...(answers !== undefined && !isList ? [{ kind: "any" as const, value: answers }] : []),
  ];
  const keys: KeyHint[] = [];
  for (const { kind, value } of hints) {
    const values = Array.isArray(value) ? (value as readonly Json[]) : [value];
    if (values.length > 1) return several;
    if (values[0] !== undefined) keys.push({ text: textIn(values[0]), kind });
  }
  const wrong = fields.of("wrong").flatMap(({ value, role }) => textsIn(value, role.several));
  if (wrong.length > 0 && list === undefined) return withWrong(keys, wrong, line);
  const choices = list === undefined ? singles(fields) : listed(list);
  if (typeof choices === "string") return choices;
  if (choices.length === 0) {
    const said0 = keys[0]?.text.toLowerCase();
    return said0 === "true" || said0 === "false" ? truth(said0 === "true", line) : "there is nothing to choose from";
  }
  const marked = choices.flatMap(({ right }, index) => (right === true ? [index] : []));
  if (marked.length > 1) return several;
  const mark = marked.map((index): KeyHint => ({ text: String(index), kind: "index" }));
  return { choices, keys: [...mark, ...keys] };
};

/** The right choice apart from the wrong ones. */
const withWrong = (keys: readonly KeyHint[], wrong: readonly string[], line: number): Asked => {
  const right = keys[0]?.text ?? "";
  const isTruth = wrong.length === 1 && [right, wrong[0]].every((text) => /^(?:true|false)$/i.test(text ?? ""));
  if (isTruth) return truth(right.toLowerCase() === "true", line);
  return {
    choices: [right, ...wrong].map((text) => ({ text })),
    keys: right === "" ? [] : [{ text: "0", kind: "index" }],
  };
};

type Choice = DraftChoice & { readonly right?: boolean };

/** Choices under names of their own: `A`, `optionB`, `answer_3`. */
const singles = (fields: Fields): readonly Choice[] =>
  fields
    .of("choice")
    .toSorted((a, b) => a.role.place - b.role.place)
    .map(({ name, value }) => ({ text: textIn(value), label: name }))
    .filter(({ text }) => text !== "");

const listed = (list: Json): readonly Choice[] | string => {
  if (isObject(list)) return [...list.entries].map(([label, value]) => ({ text: textIn(value), label }));
  if (!Array.isArray(list)) return splitList(textIn(list), ["\n", "|", ";"]).map((text) => ({ text }));
  return (list as readonly Json[]).map((value) => (isObject(value) ? choiceIn(value) : { text: textIn(value) }));
};

const textNames = [
  "text",
  "answerText",
  "optionText",
  "choiceText",
  "statement",
  "content",
  "value",
  "answer",
  "option",
  "choice",
  "title",
  "label",
  "name",
  "body",
];
const labelNames = ["letter", "label", "id", "key", "option", "identifier", "index"];
const rightNames = [
  "correct",
  "isCorrect",
  "is_correct",
  "right",
  "isRight",
  "is_right",
  "isAnswer",
  "is_answer",
  "fraction",
  "weight",
];

const choiceIn = ({ entries }: JsonObject): Choice => {
  const named = (names: readonly string[], not?: string): string | undefined =>
    names.find((name) => name !== not && ["string", "number", "boolean"].includes(typeof entries.get(name)));
  const text = named(textNames);
  const label = named(labelNames, text);
  const right = named(rightNames);
  return {
    text: text === undefined ? "" : textIn(entries.get(text)),
    ...(label === undefined ? {} : { label: textIn(entries.get(label)) }),
    ...(right === undefined ? {} : { right: isRight(entries.get(right)) }),
  };
};

/** True, or all of a fraction: 1, or 100 in per cent. */
const isRight = (mark: Json | undefined): boolean => ["true", "1", "100", "yes"].includes(textIn(mark).toLowerCase());

const textsIn = (value: Json, isList: boolean): readonly string[] => {
  if (Array.isArray(value)) return (value as readonly Json[]).map((one) => textIn(one));
  return isList ? splitList(textIn(value), ["\n", "|", ";"]) : [textIn(value)];
};

/** A text, or the text in an object that wraps it. */
const textIn = (value: Json | undefined): string => {
  if (isObject(value))
    return textIn([...value.entries].find(([name]) => ["text", "value", "content", "stem"].includes(name))?.[1]);
  return typeof value === "string"
    ? value
    : typeof value === "number" || typeof value === "boolean"
      ? String(value)
      : "";
};

/** Kahoot counts in ms. */
const secondsIn = (entries: ReadonlyMap<string, Json>, seconds: string): string => {
  const time = entries.get("time");
  return typeof time === "number" && time >= 1000 && entries.has("choices") ? String(time / 1000) : seconds;
};
