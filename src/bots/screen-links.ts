import { plain, unleet } from "./screen-fold.ts";

const endings =
  "com|net|org|info|biz|io|gg|tv|xyz|app|dev|site|online|shop|store|club|link|click|live|ru|cn|de|fr|uk|co|ly|me|to|edu|gov|ai";
/** Those that are no English words, so that they may stand after the word "dot". */
const sureEndings =
  "com|net|org|info|biz|io|gg|tv|xyz|app|dev|site|online|shop|store|club|link|click|live|ru|cn|de|fr|uk|co|ly|edu|gov|ai";
/** Those that begin no sentence. */
const bareEndings = "com|net|org|info|biz|io|gg|tv|xyz|ru|cn|de|uk|edu|gov";
const sites = "telegram|whatsapp|discord|snapchat|snap|instagram|insta|tiktok|onlyfans|twitter|facebook|signal|youtube";

const links: readonly RegExp[] = [
  /[a-z][a-z0-9+.-]+:\/\/|\/\/\w|\bwww\b|\bxn--|\bhxxp|\b(?:mailto|javascript|data|tel):\S/,
  /h\W{0,2}t\W{0,2}t\W{0,2}p\W{0,2}s?\W{0,2}[:/]/,
  // A full stop between letters without a space: also what is no link, but then it is badly written.
  /[\p{L}\p{N}]\.\p{L}{2,}/u,
  new RegExp(`[a-z0-9](?:\\s[.。․‧·•∙⋅・]\\s?|[.。․‧·•∙⋅・])(?:${endings})(?:$|[^\\p{L}])`, "u"),
  new RegExp(`[a-z0-9]\\s?[.,]\\s(?:${bareEndings})(?:$|[\\s/:.!?])`, "u"),
  /[[({<]\s*(?:dot|punkt|point|\.)\s*[\])}>]/,
  new RegExp(`\\b(?:dot|d0t|punkt|punto|ponto|point|tochka)\\W{0,3}(?:${sureEndings}|me|to)\\b`),
  /\b\d{1,3}(?:\s?(?:\.|dot|,)\s?\d{1,3}){3}\b/,
  /(?:[0-9a-f]{1,4}:){3,}|[0-9a-f]{1,4}::[0-9a-f]/,
  /\b(?:colon|forward)?\s?slash\W+(?:forward\s)?slash\b/,
  /(?:^|[\s(])\/?[ur]\/\w|\w\/\w+\/\w/,
];

const contacts: readonly RegExp[] = [
  /\b(?:at|ät|arroba|chiocciola)\b\W{0,3}(?:gmail|g mail|hotmail|yahoo|outlook|proton\w*|icloud|gmx)\b|[[(]\s?at\s?[\])]/,
  new RegExp(
    `\\b(?:dm|add|follow|message|text|find|join|hmu|call|contact|write|see|on|my)\\b.{0,24}\\b(?:${sites})\\b`,
  ),
  new RegExp(`\\b(?:handle|username|${sites})\\s?(?:is|:|=|-)`),
  /\d(?:[\s()./–-]{0,3}\d){6,}/,
  /(?:\b(?:zero|oh|one|two|three|four|five|six|seven|eight|nine|double)\b[\s,-]*){6,}/,
];

const secrets: readonly RegExp[] = [
  /\b(?:sk|pk|rk|ghp|gho|xox[abp]|glpat|hf|key|token)[-_][A-Za-z0-9_-]{6,}/i,
  /\b(?:AKIA|AIza)[A-Za-z0-9_-]{8,}/,
  /eyJ[A-Za-z0-9_-]{6,}/,
  /\b(?:[0-9a-f][\s:-]?){20,}\b/i,
  /-----\s?BEGIN|\bBearer\s\S{8,}/i,
  /(?=[A-Za-z0-9+/_=-]*\d)(?=[A-Za-z0-9+/_=-]*[A-Za-z])[A-Za-z0-9+/_=-]{20,}|[A-Za-z0-9+/_=-]{40,}/,
  /\b(?:password|passwd|api[ _-]?key|secret key|access token)\b/i,
];

const markup: readonly RegExp[] = [
  /<\/?[a-z!?]|&(?:[a-z]{2,8}|#\w{1,6});|\]\s?\(|!\[|\[\[/i,
  /\*\*|__|~~|\|\||```|^\s*(?:#{1,6}|>|[-*+])\s/,
  // Words between back-ticks are what people are to type.
  /`(?![\p{L} ]{1,24}`)[^`]*`(?<!`[\p{L} ]{1,24}`)/u,
  /=>|\(\)|\);|[{}]|\$\(|\b(?:select \*|drop table|insert into|rm -|sudo |curl |import \w+ from|def \w+\(|function\s?\w*\(|console\.|eval\()/i,
];

/** What must not be in a line by its form, or undefined. */
export const formFault = (text: string): "link" | "contact" | "secret" | "markup" | undefined => {
  const seen = plain(text);
  if (links.some((link) => link.test(seen)) || /\bhttps?\b|\bwww\b/.test(unleet(seen))) return "link";
  if (contacts.some((contact) => contact.test(seen))) return "contact";
  if (secrets.some((secret) => secret.test(text))) return "secret";
  return markup.some((mark) => mark.test(text)) ? "markup" : undefined;
};
