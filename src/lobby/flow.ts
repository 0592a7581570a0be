import type { LobbyReason } from "./commands.ts";
import { isTrusted, type Lobby, type Person } from "./state.ts";

const mentionsMost = 5;
const emojiMost = 15;

const mentions = /(?<![\p{L}\p{N}])@[\p{L}\p{N}]/gu;
const emoji = /\p{Extended_Pictographic}|[\u{1f1e6}-\u{1f1ff}]{2}/gu;
/** With a scheme, with `www.`, or a name that ends like an address does. */
const links =
  /\b(?:[a-z][a-z0-9+.-]{1,10}:\/\/|www\.)([^\s/?#:]{1,200})|\b((?:[a-z0-9-]{1,63}\.){1,4}(?:com|net|org|info|biz|io|gg|tv|me|ly|co|app|dev|xyz|ru|cn|de|uk|fr|es|link|click|shop|site|online|top|live|stream))\b(?=[/?#:\s]|$)/giu;

/** The hosts that links in a text lead to, in lower case. */
const hostsIn = (text: string): readonly string[] =>
  [...text.matchAll(links)].map(([, named, bare]) => (named ?? bare ?? "").toLowerCase().replace(/^www\./, ""));

/** What a line has too much of (rules T6 to T8 of RULES.md); undefined when nothing. */
export const flowFault = (
  lobby: Lobby,
  person: Person,
  text: string,
  hosts: readonly string[],
): LobbyReason | undefined => {
  if (isTrusted(lobby, person)) return undefined;
  if (count(text, mentions) > mentionsMost) return "too_many_mentions";
  if (count(text, emoji) > emojiMost) return "too_many_emoji";
  return mayLink(lobby, text, hosts) ? undefined : "no_links";
};

const count = (text: string, what: RegExp): number => text.match(what)?.length ?? 0;

const mayLink = ({ settings }: Lobby, text: string, listed: readonly string[]): boolean => {
  switch (settings.links) {
    case "allowed":
      return true;
    case "listed":
      return hostsIn(text).every((host) => listed.some((one) => host === one || host.endsWith(`.${one}`)));
    case "staff":
    case "blocked":
      return hostsIn(text).length === 0;
  }
};

/** Whether a text is shouted: most of a good many letters are capitals. */
const isShouted = (text: string): boolean => {
  const letters = count(text, /\p{L}/gu);
  return letters >= 12 && count(text, /\p{Lu}/gu) >= letters * 0.7;
};

/** What is shouted is said in small letters (rule T9). */
export const calmed = (text: string): string => (isShouted(text) ? text.toLowerCase() : text);
