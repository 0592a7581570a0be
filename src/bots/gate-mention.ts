import { folded } from "../questions/text.ts";

type Named = { readonly id: string; readonly name: string };

/** A line is looked at so far; nobody greets a bot later than that. */
const mostLetters = 500;

/** Parts of names that people say without meaning anybody. */
const ordinary = new Set(
  "the and for you old new big bot bots quiz trivia game replay player host question answer today tomorrow".split(" "),
);

/** Words for the company as a whole, in a greeting or a question. */
const company = "everybody|everyone|all|folks|friends|guys|team|bots|robots|you lot|anybody|anyone";
const greetsAll = new RegExp(
  `^ (?:hi|hello|hey|hiya|yo|greetings|good (?:morning|evening|afternoon|night|game)|gg|thanks|thank you|bye)\\b.*\\b(?:${company})\\b`,
);
const asksAll = new RegExp(`\\b(?:${company})\\b`);

/**
 * Ids of the bots that a line speaks to: by name, by part of a name, by @name, as "bot" where there is only one, or all
 * of them, where it greets everybody or asks anybody.
 */
export const mentioned = (text: string, bots: readonly Named[]): readonly string[] => {
  if (bots.length === 0) return [];
  const start = text.slice(0, mostLetters);
  const handles = new Set([...start.matchAll(/@([\p{L}\p{N}\p{M}._-]+)/gu)].map(([, handle = ""]) => squeezed(handle)));
  const found = new Set(bots.filter(({ name }) => handles.has(squeezed(name))).map(({ id }) => id));
  // Longer names first, and each is taken out, so that who says "Ann 2" doesn't call "Ann".
  let words = ` ${folded(start)} `;
  for (const { id, name } of bots.toSorted((a, b) => b.name.length - a.name.length)) {
    const whole = ` ${folded(name)} `;
    if (whole.trim() === "" || !words.includes(whole)) continue;
    found.add(id);
    words = words.replaceAll(whole, "  ");
  }
  for (const { id, name } of bots) if (partsOf(name).some((part) => words.includes(` ${part} `))) found.add(id);
  const [only] = bots;
  if (bots.length === 1 && only !== undefined && / bots? /.test(words)) found.add(only.id);
  const isForAll = found.size === 0 && (greetsAll.test(words) || (asks(start) && asksAll.test(words)));
  return isForAll ? bots.map(({ id }) => id) : [...found];
};

const squeezed = (text: string): string => folded(text).replaceAll(" ", "");

const partsOf = (name: string): readonly string[] =>
  folded(name)
    .split(" ")
    .filter((part) => part.length > 2 && !ordinary.has(part));

/** Whether somebody who says this waits for a reply. */
export const asks = (text: string): boolean => /[?？؟]/.test(text);
