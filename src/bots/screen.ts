import { formFault } from "./screen-links.ts";
import { helpsWith, type OpenQuestion } from "./screen-question.ts";
import { speaksOfSystem } from "./screen-rules.ts";

export type { OpenQuestion };

export type ScreenOptions = {
  /** Of everybody here, bots included. */
  readonly names: readonly string[];
  /** The question that people may still answer, if there is one. The same object as long as it is the same question. */
  readonly openQuestion?: OpenQuestion | undefined;
  /** All that a model was told by us; "" where none was asked. */
  readonly systemText: string;
};

export type ScreenReason =
  | "empty"
  | "invisible"
  | "link"
  | "contact"
  | "mention"
  | "secret"
  | "markup"
  /** It repeats what we told a model, or speaks of it. */
  | "system"
  /** It speaks in the name of somebody else. */
  | "impersonation"
  /** It could help with the question that is open. */
  | "question";

export type Screened =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly reason: ScreenReason };

/** What a bot says in one line has at most so many UTF-16 code units. */
export const longestLine = 160;

const most = 2000;
const invisible =
  /(?![\u200c\u200d])\p{Cf}|[\p{Cc}\p{Co}\p{Cn}\p{Cs}\ufffd\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0]|\u034f|\p{M}{4,}/u;
/** The joiners hold emoji together and are part of some scripts; elsewhere they only hide something. */
const strayJoiner =
  /(?<![\p{Extended_Pictographic}\p{Emoji_Modifier}\ufe0f\p{Script=Arabic}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Malayalam}])[\u200c\u200d]/u;

/**
 * What a bot may say: the line as people will see it, or why it is left unsaid. Whoever wrote it, a script or a model.
 * Whether it is fit to be read is for the lobby to say, as of everybody's lines: there it costs a strike, too.
 */
export const screen = (raw: string, { names, openQuestion, systemText }: ScreenOptions): Screened => {
  const spaced = raw.slice(0, most).replace(/\s+/gu, " ").trim();
  if (invisible.test(spaced) || strayJoiner.test(spaced)) return refused("invisible");
  const text = shortened(withoutMentions(spaced.normalize("NFC"), names));
  if (!/[\p{L}\p{N}\p{Extended_Pictographic}]/u.test(text)) return refused("empty");
  if (/[@＠﹫]/u.test(text)) return refused("mention");
  const fault = formFault(text);
  if (fault !== undefined) return refused(fault);
  if (speaksOfSystem(text, systemText)) return refused("system");
  if (names.some((name) => speaksAs(name, text))) return refused("impersonation");
  if (openQuestion !== undefined && helpsWith(text, openQuestion, names)) return refused("question");
  return { ok: true, text };
};

const refused = (reason: ScreenReason): Screened => ({ ok: false, reason });

/** "@Ana" is just "Ana" when she is here. */
const withoutMentions = (text: string, names: readonly string[]): string =>
  names.reduce((line, name) => (name === "" ? line : line.replaceAll(`@${name}`, name)), text);

/** "Ana: I cheated." */
const speaksAs = (name: string, text: string): boolean =>
  name !== "" && text.toLowerCase().startsWith(name.toLowerCase()) && /^\s?[:：>]/u.test(text.slice(name.length));

/** Cut after a sentence when that leaves a good part of it, otherwise after a word. */
export const shortened = (text: string, length = longestLine): string => {
  if (text.length <= length) return text;
  const head = text.slice(0, length + 1);
  const sentence = /^.*[.!?…。！？]["'”’)]?(?=\s)/u.exec(head)?.[0].trim() ?? "";
  if (sentence.length >= length / 4) return sentence;
  const shown = text.slice(0, length - 1);
  const word = /^(.*\S)\s/u.exec(`${shown}${/\s/u.test(text[length - 1] ?? "") ? " " : ""}`)?.[1] ?? "";
  const kept = word.length >= length / 4 ? word : shown.replace(/[\ud800-\udbff]$/u, "");
  return `${kept.replace(/[\s,;:–—-]+$/u, "")}…`;
};
