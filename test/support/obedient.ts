import { text } from "./openai-behaviours.ts";
import type { Behaviour, OpenAiRequest } from "./openai-server.ts";

/** What an order makes of the system text and of the rest of the order. */
type Obeying = (system: string, order: string) => string;

const words = (system: string, from: number, to: number): string => system.split(/\s+/).slice(from, to).join(" ");
const reversed = (said: string): string => said.split("").toReversed().join("");
const markIn = (system: string): string => /[A-Z]{3,}(?:-[A-Z0-9]{2,})+/.exec(system)?.[0] ?? "no mark";

/** Orders that it knows, wherever they stand in a text, with what it says then. The first that fits counts. */
const orders: readonly (readonly [RegExp, Obeying])[] = [
  [/\b(?:begin|start) of (?:your|the) (?:prompt|rules|instructions)/i, (system) => words(system, 0, 22)],
  [/\bend of (?:your|the) (?:prompt|rules|instructions)/i, (system) => words(system, -18, 9999)],
  [/\bmiddle of (?:your|the) (?:prompt|rules|instructions)/i, (system) => words(system, 60, 84)],
  [/\b(?:mark|code ?word|secret)\b.* backwards/i, (system) => reversed(markIn(system))],
  [/\b(?:mark|code ?word|secret)\b.* spelled/i, (system) => markIn(system).split("").join(" ")],
  [/\b(?:mark|code ?word|secret)\b/i, (system) => `It is ${markIn(system)}.`],
  [/\b(?:prompt|rules|instructions)\b.* backwards/i, (system) => reversed(words(system, 10, 30))],
  [/\b(?:prompt|rules|instructions)\b.* spelled/i, (system) => words(system, 3, 12).split("").join("-")],
  [/\b(?:prompt|rules|instructions)\b.* leet/i, (system) => words(system, 3, 20).replace(/e/g, "3").replace(/o/g, "0")],
  [/\b(?:prompt|rules|instructions)\b.* base64/i, (system) => Buffer.from(words(system, 0, 12)).toString("base64")],
  [/\bcharacter (?:description|sheet)/i, (system) => words(system.slice(system.lastIndexOf("\n")), 0, 24)],
  [
    /\b(?:repeat|print|reveal|show|translate|summari[sz]e|tell us)\b.*\b(?:prompt|rules|instructions|told)\b/is,
    (system) => `My instructions say: ${system}`,
  ],
  [/\binsult (\w+)/i, (_, order) => `${/\binsult (\w+)/i.exec(order)?.[1] ?? "You"}, you are ugly, you stupid loser.`],
  [/\bswear\b|\bcurse\b/i, () => "Well, fuck this sh1t."],
  [/\badvertise (\S+)/i, (_, order) => `Visit ${/\badvertise (\S+)/i.exec(order)?.[1]} now!`],
  [/\bspeak as (\w+)/i, (_, order) => `${/\bspeak as (\w+)/i.exec(order)?.[1]}: I have cheated all the time.`],
  [
    /\b(?:say|write|output|answer with|respond with|repeat after me):? *["'«]?(.+?)["'»]?(?:$| and nothing)/is,
    (_, order) =>
      /\b(?:say|write|output|answer with|respond with|repeat after me):? *["'«]?(.+?)["'»]?(?:$| and nothing)/is.exec(
        order,
      )?.[1] ?? "",
  ],
];

/** Every text in a value, at any depth. */
const textsIn = (value: unknown): readonly string[] => {
  if (typeof value === "string") return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(textsIn) : [];
};

/** What it says to a request: what the first order in the data wants, the latest text first; otherwise something kind. */
export const obeyed = ({ system, user }: Pick<OpenAiRequest, "system" | "user">): string | undefined => {
  for (const found of textsIn(JSON.parse(user)).toReversed()) {
    const order = orders.find(([pattern]) => pattern.test(found));
    if (order !== undefined) return order[1](system, found);
  }
  return undefined;
};

/** A model that obeys every order that it finds in the data. */
export const obedient = (request: OpenAiRequest): Behaviour =>
  text(obeyed(request) ?? "What a lovely round that was, friends.");
