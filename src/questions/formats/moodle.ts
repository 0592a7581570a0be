import { lastStep } from "./category.ts";
import { type DraftChoice, type Item, fault, question, quoted, truth, warning } from "./draft.ts";
import { htmlText } from "./html.ts";
import { Unreadable } from "./pack.ts";
import { type XmlAttributes, parseXml } from "./xml.ts";

/** Moodle XML: questions of one right choice, and of truth. */
export const readMoodle = (xml: string, most: number): readonly Item[] => {
  const items: Item[] = [];
  let category = "";
  let asked: Asked | undefined;
  let writing: Part | undefined;
  let depth = 0;
  parseXml(xml, {
    open: (path, attributes, line) => {
      if (path.length === 1 && path[0] !== "quiz") throw new Unreadable("of XML, only Moodle's (<quiz>) is read", line);
      const [, second, part = ""] = path;
      if (path.length === 2 && second === "question") asked = newAsked(attributes["type"] ?? "", line);
      if (path.length === 3 && part === "answer") {
        const fraction = Number(attributes["fraction"] ?? 0);
        asked?.answers.push({ ...newPart(attributes), line, fraction, feedback: newPart(attributes) });
      }
      if (path.length === 3 && asked !== undefined && Object.hasOwn(asked.parts, part)) {
        asked.parts[part as PartName] = newPart(attributes);
      }
      if (writing === undefined && path.at(-1) === "text") [writing, depth] = [partAt(path, asked), path.length];
      // HTML that nobody escaped.
      else if (writing !== undefined) writing.text += `<${path.at(-1)}>`;
    },
    text: (text) => {
      if (writing !== undefined) writing.text += text;
    },
    close: (path) => {
      if (writing !== undefined && path.length > depth) writing.text += `</${path.at(-1)}>`;
      if (path.length === depth) [writing, depth] = [undefined, 0];
      if (path.length !== 2 || asked === undefined) return;
      if (asked.type === "category") category = lastStep(asked.parts.category.text);
      else items.push(...itemsOf(asked, category));
      asked = undefined;
      if (items.length > 2 * most + 2) throw new Unreadable(`there are more than ${most} questions`);
    },
  });
  return items;
};

type Part = { readonly format: string; text: string };
type PartName = "questiontext" | "generalfeedback" | "category" | "tags";

type Asked = {
  readonly type: string;
  readonly line: number;
  readonly parts: Record<PartName, Part>;
  readonly answers: (Part & { readonly line: number; readonly fraction: number; readonly feedback: Part })[];
};

const newPart = (attributes: XmlAttributes): Part => ({
  format: attributes["format"] ?? "html",
  text: "",
});

const newAsked = (type: string, line: number): Asked => {
  const empty = {};
  const parts = {
    questiontext: newPart(empty),
    generalfeedback: newPart(empty),
    category: newPart(empty),
    tags: newPart(empty),
  };
  return { type, line, parts, answers: [] };
};

/** Where the text of a `<text>` belongs; undefined where it is of no use here. */
const partAt = (path: readonly string[], asked: Asked | undefined): Part | undefined => {
  const [, , part = "", ...rest] = path;
  if (asked === undefined) return undefined;
  const answer = asked.answers.at(-1);
  if (part === "answer") return rest.length === 1 ? answer : rest[0] === "feedback" ? answer?.feedback : undefined;
  if (part === "tags") asked.parts.tags.text += "\n";
  return Object.hasOwn(asked.parts, part) ? asked.parts[part as PartName] : undefined;
};

const itemsOf = ({ type, line, parts, answers }: Asked, category: string): readonly Item[] => {
  if (type !== "multichoice" && type !== "truefalse") {
    return [fault(line, "type", `${quoted(type)} questions are not supported`)];
  }
  const full = answers.flatMap(({ fraction }, index) => (fraction === 100 ? [index] : []));
  const partly = answers.some(({ fraction }) => fraction > 0 && fraction < 100);
  const [key, ...also] = full;
  if (key === undefined) {
    const reason = partly ? "several answers that are right in part are not supported" : "no answer is marked as right";
    return [fault(line, "key", reason)];
  }
  const prompt = shown(parts.questiontext);
  const choices = answers.map((answer) => ({ ...shown(answer), line: answer.line }));
  const texts: readonly DraftChoice[] = choices.map(({ text, line: at }) => ({ text, line: at }));
  const hasPicture = [prompt, ...choices].some(({ picture }) => picture);
  const tags = parts.tags.text
    .toLowerCase()
    .split("\n")
    .map((tag) => tag.trim());
  return [
    ...(hasPicture ? [warning(line, "prompt", "the question has a picture, which is left out")] : []),
    ...(partly ? [warning(line, "key", "choices that are right in part count as wrong")] : []),
    question({
      line,
      prompt: prompt.text,
      ...(type === "truefalse" && isTruth(texts)
        ? truth(texts[key]?.text.toLowerCase() === "true", line)
        : { choices: texts, keys: [{ text: String(key), line: choices[key]?.line ?? line, kind: "index" }] }),
      category: shown({ format: "", text: category }).text,
      difficulty: tags.find((tag) => ["easy", "medium", "hard"].includes(tag)) ?? "",
      explanation: shown(parts.generalfeedback).text || shown(answers[key]?.feedback ?? parts.generalfeedback).text,
      ...(also.length === 0 ? {} : { extras: { also } }),
      plain: true,
    }),
  ];
};

const isTruth = (texts: readonly DraftChoice[]): boolean =>
  texts.length === 2 && ["true", "false"].every((name) => texts.some(({ text }) => text.toLowerCase() === name));

const shown = ({ format, text }: Part): { readonly text: string; readonly picture: boolean } =>
  format === "plain_text"
    ? { text: text.trim(), picture: false }
    : htmlText(text, format === "html" || format === "moodle_auto_format");
