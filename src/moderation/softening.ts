import type { Word } from "./words.ts";

const set = (list: string): ReadonlySet<string> => new Set(list.split(" "));
const textOf = (words: readonly Word[], at: number): string => words[at]?.text ?? "";

const selves = set("i im ive me myself ourselves");
const between = set(
  "a an the am was were been being be such so less of just complete total real realest biggest only like feel felt not " +
    "had have love loved to kind bit little big huge fucking always acting wish proud call called calling",
);

/** Whether somebody says a coarse word of himself: "I was such a …", "… like me". */
export const isOfSelf = (words: readonly Word[], at: number): boolean => {
  const [next, later] = [textOf(words, at + 1), textOf(words, at + 2)];
  if (next === "like" && (later === "me" || later === "us")) return true;
  if (textOf(words, at - 1) === "my" && next === "self") return true;
  if ((next === "thing" || next === "move") && (later === "for" || later === "of") && textOf(words, at + 3) === "me")
    return true;
  let before = at - 1;
  for (let steps = 0; steps < 6 && between.has(textOf(words, before)); steps++) before--;
  return before < at - 1 && selves.has(textOf(words, before));
};

const joys = set(
  "cool awesome amazing great good beautiful brilliant love loved happy proud hilarious funny genius fun gorgeous cute " +
    "excited grateful delicious legend lucky perfect incredible fantastic hungry tired cold hot hard close fast",
);

/** Whether the strongest word is said in joy, of oneself, or of getting away. */
export const isExclaimed = (words: readonly Word[], at: number): boolean => {
  const [before, own, next] = [textOf(words, at - 1), textOf(words, at), textOf(words, at + 1)];
  if (/ing?$/.test(own) && joys.has(next)) return true;
  if (own.endsWith("ed") && set("i we ive weve").has(before)) return true;
  const away = next === "out" && textOf(words, at + 2) === "of" && /^t?here$/.test(textOf(words, at + 3));
  return (
    away &&
    before === "the" &&
    /^(?:me|us)$|^get$/.test(textOf(words, at - 2)) &&
    !/^$|^you$|^go$/.test(textOf(words, at - 3))
  );
};

const speech =
  /\b(?:say|says|said|saying|write|writes|wrote|writing|call|calls|called|calling|messages?|posts?|comments?|statements?|stuff|things|threats?|threaten|threatens|threatening|wishing|tweets?|word|words|slurs?|phrases?|telling)\b/;
const reproach =
  /\b(?:not|never|isnt|aint|wasnt) (?:\w+ ){0,2}(?:ok|okay|cool|acceptable|right|funny|said|say|tolerate|condone|nice)|\b(?:blocked|reported|report it|banned|court|jail|prison|bigot|bigots|bigoted|racist|racism|sexist|homophobic|homophobes|transphobic|hateful|hurtful|dehumani[sz]ing|disheartening|consequences|unacceptable|disgraceful|offensive|respect|small minded|get away with|horrible (?:person|thing)|it hurts|has to stop|have to stop|need to stop|please stop|stop calling|stop saying|why would you think|what makes you say|shows (?:how|what)|dont expect|we use the word|is a slur)\b/;

/** Whether a line speaks of what others say, and against it. It may quote what it is against. */
export const isReproach = (line: string): boolean => speech.test(line) && reproach.test(line);
