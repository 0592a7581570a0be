import type { Random } from "../../core/random.ts";
import { folded } from "../../questions/text.ts";
import type { Persona } from "../personas.ts";
import type { Scene } from "../talk.ts";
import { capital } from "./words.ts";

export type Values = Readonly<Record<string, string | undefined>>;

/** No line is longer. */
const longest = 160;

/** What a bot says when it offers a game; nothing else it says may hold it. */
export const offerPhrase = "Would you like to play a game?";

/** How many of its own last lines a bot never says again, however little is left to say. */
const neverAgain = 5;

const slot = /\{(\w+)\}/g;

/** A template with everything put in; undefined when there is nothing for one of its slots. */
export const filled = (template: string, values: Values): string | undefined => {
  let missing = false;
  const text = template.replaceAll(slot, (_, key: string, at: number) => {
    const value = values[key] ?? "";
    if (value === "") missing = true;
    return /(?:^|[.!?] )$/.test(template.slice(0, at)) ? capital(value) : value;
  });
  return missing ? undefined : text;
};

/** Whether a line may have come from a template, whatever was put in and whatever was said after it. */
const comesFrom = (line: string, template: string): boolean => {
  let at = 0;
  for (const [nth, part] of template.split(/\{\w+\}/).entries()) {
    const found = line.indexOf(part, at);
    if (found < 0 || (nth === 0 && found > 0)) return false;
    at = found + part.length;
  }
  return true;
};

/** Not a command of the chat, not an offer, no link or call: whatever names and topics brought in. */
export const isDecent = (line: string): boolean =>
  line.length <= longest &&
  !/^\s*(?:\/|trivia\b)/i.test(line) &&
  !/[@\n\r]|:\/\/|\p{L}\.\p{L}/u.test(line) &&
  !folded(line).includes(folded(offerPhrase).slice(0, -5));

/** The lines of a bot in the chat, latest last. */
export const ownLines = (persona: Persona, { chat, game, others }: Scene): readonly string[] => {
  const me = game.ranking.find(({ isMe }) => isMe)?.name;
  const isMine = (name: string) =>
    me === undefined ? name.startsWith(persona.name) && !others.includes(name) : name === me;
  return chat.filter(({ kind, name }) => kind === "bot" && isMine(name)).map(({ text }) => text);
};

/**
 * One of the templates, filled: one that nobody of its kind has said lately, or at least not this bot,
 * and in need the one that it said longest ago.
 */
export const pick = (
  templates: readonly string[],
  values: Values,
  persona: Persona,
  scene: Scene,
  random: Random,
): string | undefined => {
  const own = ownLines(persona, scene);
  const bots = scene.chat.filter(({ kind }) => kind === "bot").map(({ text }) => text);
  const options = templates.flatMap((template) => {
    const text = filled(template, values);
    return text === undefined || !isDecent(text) ? [] : [{ template, text }];
  });
  const notIn = (said: readonly string[]) =>
    options.filter(({ template }) => !said.some((line) => comesFrom(line, template)));
  const chance = random();
  for (const said of [bots, own, own.slice(-neverAgain)]) {
    const fresh = notIn(said);
    if (fresh.length > 0) return fresh[Math.floor(chance * fresh.length)]?.text;
  }
  return undefined;
};
