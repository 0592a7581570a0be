import { lastStep } from "./category.ts";
import { type DraftChoice, type Item, type KeyHint, fault, question, truth, warning } from "./draft.ts";
import { type Block, blocksOf } from "./gift-blocks.ts";
import { htmlText } from "./html.ts";
import { type Extras, LIMITS } from "./pack.ts";

/** Moodle's GIFT. An escaped character is a mark here until the very end, so that what is left has its meaning. */
export function* readGift(text: string): Generator<Item> {
  let category = "";
  for (const block of blocksOf(text)) {
    if (block.category === undefined) yield* readBlock(block, category);
    else category = lastStep(unmarked(marked(block.category)));
  }
}

function* readBlock({ line, text: raw, tags }: Block, category: string): Generator<Item> {
  const text = marked(raw);
  const open = text.indexOf("{");
  const close = text.indexOf("}");
  const at = (offset: number): number => line + newlines(text, offset);
  if (open === -1 && close === -1) return yield fault(line, "type", "text without answers in braces is no question");
  if (open === -1) return yield fault(at(close), "choices", "there is a } without its {");
  if (close < open) return yield fault(at(open), "choices", "the { has no } after it");
  const rest = text.slice(close + 1);
  if (rest.includes("{")) return yield fault(at(close + 1), "choices", "a second part in braces is not supported");
  const { format, body } = formatOf(unnamed(text.slice(0, open)), "");
  const asked = rest.trim() === "" ? body : `${body}____${rest}`;
  const inner = text.slice(open + 1, close);
  const plan = planOf(inner, at(open), format);
  if (plan.type === "refused") return yield fault(plan.line, "type", plan.reason);
  if (plan.type === "wrong") return yield fault(plan.line, plan.field, plan.reason);
  if (plan.partly) yield warning(line, "key", "choices that are right in part count as wrong");
  const shown = render(format, asked);
  if (shown.picture) yield warning(line, "prompt", "the question has a picture, which is left out");
  yield question({
    line,
    prompt: shown.text,
    choices: plan.choices,
    keys: plan.keys,
    ...(plan.extras === undefined ? {} : { extras: plan.extras }),
    category,
    difficulty: tags.find((tag) => ["easy", "medium", "hard"].includes(tag)) ?? "",
    explanation: plan.explanation,
    seconds: /^(\d+) seconds$/.exec(tags.find((tag) => tag.endsWith(" seconds")) ?? "")?.[1] ?? "",
    plain: true,
  });
}

type Plan =
  | { readonly type: "refused"; readonly line: number; readonly reason: string }
  | { readonly type: "wrong"; readonly line: number; readonly field: string; readonly reason: string }
  | {
      readonly type: "choices";
      readonly choices: readonly DraftChoice[];
      readonly keys: readonly KeyHint[];
      readonly explanation: string;
      readonly partly: boolean;
      readonly extras?: Extras;
    };

/** What is asked for in the braces. */
const planOf = (inner: string, line: number, format: string): Plan => {
  const refused = (kind: string): Plan => ({ type: "refused", line, reason: `${kind} questions are not supported` });
  const split = inner.lastIndexOf("####");
  const general = split === -1 ? "" : inner.slice(split + 4);
  const answers = split === -1 ? inner : inner.slice(0, split);
  const begin = answers.trim();
  if (begin === "") return refused("essay");
  if (begin.startsWith("#")) {
    const [, value = ""] =
      /^#\s*=?\s*(-?\d{1,15}(?:\.\d{1,9})?)\s*(?::\s*\d{1,15}(?:\.\d{1,9})?\s*)?$/.exec(begin) ?? [];
    if (value === "") return refused("numeric");
    const number = { value: Number(value), unit: "" };
    const explanation = shownIn(format, general).text;
    return { type: "choices", choices: [], keys: [], explanation, partly: false, extras: { number } };
  }
  const [said = "", ...comments] = begin.split("#", 3);
  const isTrue = truths.get(said.trim().toUpperCase());
  if (isTrue !== undefined) {
    const explanation = general.trim() === "" ? (comments.at(-1) ?? "") : general;
    return { type: "choices", ...truth(isTrue, line), explanation: shownIn(format, explanation).text, partly: false };
  }
  if (!begin.includes("~")) {
    if (begin.includes("=") && begin.includes("->")) return refused("matching");
    return refused("short answer");
  }
  return choicesOf(answers, general, line, format);
};

const truths = new Map([
  ["T", true],
  ["TRUE", true],
  ["F", false],
  ["FALSE", false],
]);

const choicesOf = (answers: string, general: string, line: number, format: string): Plan => {
  const starts = [...answers.matchAll(/~?=|~/g).take(LIMITS.listed)].map(({ index }) => index);
  const [first = 0] = starts;
  const wrong = (field: string, reason: string): Plan => ({ type: "wrong", line, field, reason });
  if (answers.slice(0, first).trim() !== "") return wrong("choices", "the answers are to begin with ~ or =");
  const parsed = starts.map((start, index) => {
    const part = answers.slice(start, starts[index + 1] ?? answers.length);
    return { ...answerOf(part, format), line: line + newlines(answers, start) };
  });
  const full = parsed.flatMap(({ weight }, index) => (weight === 100 ? [index] : []));
  const partly = parsed.some(({ weight }) => weight > 0 && weight < 100);
  const [key, ...also] = full;
  if (key === undefined) {
    return wrong(
      "key",
      partly ? "several answers that are right in part are not supported" : "no answer is marked as right",
    );
  }
  const said = shownIn(format, general).text;
  return {
    type: "choices",
    choices: parsed.map(({ text, line: at }) => ({ text, line: at })),
    keys: [{ text: String(key), line: parsed[key]?.line ?? line, kind: "index" }],
    explanation: said === "" ? (parsed[key]?.feedback ?? "") : said,
    partly,
    ...(also.length === 0 ? {} : { extras: { also } }),
  };
};

/** `=` is right (some write `~=`), `~` wrong unless a weight in per cent says otherwise; after `=` none is read. */
const answerOf = (part: string, format: string) => {
  const [sign = ""] = /^~?=|^~/.exec(part) ?? [];
  const isRight = sign.endsWith("=");
  const text = part.slice(sign.length).trim();
  const weighed = isRight ? /^%(100)%/.exec(text) : /^%(-?\d{1,3}(?:\.\d{1,9})?)%/.exec(text);
  const [answer = "", ...feedback] = text.slice(weighed?.[0].length ?? 0).split("#");
  return {
    weight: isRight ? 100 : Number(weighed?.[1] ?? 0),
    text: shownIn(format, answer).text,
    feedback: shownIn(format, feedback.join("#")).text,
  };
};

const unnamed = (text: string): string => {
  const trimmed = text.trimStart();
  const end = trimmed.startsWith("::") ? trimmed.indexOf("::", 2) : -1;
  return end === -1 ? trimmed : trimmed.slice(end + 2).trimStart();
};

const formatOf = (text: string, inherited: string): { readonly format: string; readonly body: string } => {
  const trimmed = text.trimStart();
  const named = /^\[(html|moodle|plain|markdown)\]/i.exec(trimmed);
  return named === null
    ? { format: inherited, body: trimmed }
    : { format: (named[1] ?? "").toLowerCase(), body: trimmed.slice(named[0].length) };
};

type Shown = { readonly text: string; readonly picture: boolean };

/** A text as a reader of it would see it, in the format it names or else in that of its question. */
const shownIn = (inherited: string, text: string): Shown => {
  const { format, body } = formatOf(text, inherited);
  return render(format, body);
};

const render = (format: string, body: string): Shown => {
  const written = unmarked(body);
  if (format === "plain") return { text: written.trim(), picture: false };
  const shown = htmlText(written, format === "html");
  return format === "markdown" ? { ...shown, text: shown.text.replaceAll(/\*\*([^*\n]{1,300})\*\*/g, "$1") } : shown;
};

const specials = "~=#{}:";

const marked = (text: string): string =>
  text.replaceAll(/\\([~=#{}:n\\])/g, (_, character: string) => {
    if (character === "\\") return "\uFDE1";
    return character === "n" ? "\uFDE0" : String.fromCharCode(0xfdd0 + specials.indexOf(character));
  });

const unmarked = (text: string): string =>
  text
    .replaceAll("\uFDE0", "\n")
    .replaceAll("\uFDE1", "\\")
    .replaceAll(/[\uFDD0-\uFDD5]/g, (mark) => specials[mark.charCodeAt(0) - 0xfdd0] ?? "");

const newlines = (text: string, end: number): number => text.slice(0, end).split("\n").length - 1;
