import type { Word } from "./words.ts";

const set = (list: string): ReadonlySet<string> => new Set(list.split(" "));
const textOf = (words: readonly Word[], at: number): string => words[at]?.text ?? "";

const selves = set("i im ive me myself ourselves");
const between = set(
  "a an the am was were been being be such so less of just complete total real realest biggest only like feel felt not " +
    "that annoying for said had have love loved to kind bit little big huge fucking always acting wish proud call called calling",
);

const things = set(
  "thing things move moves idea ideas question questions mistake decision answer excuse rule plan stunt comment",
);

/** Whether a coarse word is said of a thing, or by somebody of himself: "I was such a …", "… like me". */
export const isOfSelf = (words: readonly Word[], at: number): boolean => {
  const [next, later] = [textOf(words, at + 1), textOf(words, at + 2)];
  if (next === "like" && (later === "me" || later === "us")) return true;
  if (textOf(words, at - 1) === "my" && next === "self") return true;
  if (things.has(next)) return true;
  let before = at - 1;
  for (let steps = 0; steps < 6 && between.has(textOf(words, before)); steps++) before--;
  const reached = textOf(words, before);
  return selves.has(reached) && (before < at - 1 || reached === "ourselves" || reached === "myself");
};

const joys = set(
  "cool awesome amazing great good beautiful brilliant love loved happy proud hilarious funny genius fun gorgeous cute " +
    "good fire dope lit excited grateful delicious legend lucky perfect incredible fantastic hungry tired cold hot hard close fast",
);

const states = set("so is are be was were been seriously totally completely really all got gets its pretty truly");
const seconds = set("you youre ur u yall they theyre");

/** Whether the strongest word is said in joy, of oneself, or of getting away. */
export const isExclaimed = (words: readonly Word[], at: number): boolean => {
  const [before, own, next] = [textOf(words, at - 1), textOf(words, at), textOf(words, at + 1)];
  if (/ing?$/.test(own) && joys.has(next)) return true;
  if (own.endsWith("ed") && /^(?:i|we|ive|weve)$/.test(before)) return true;
  if (own === "fucked" && states.has(before) && !seconds.has(textOf(words, at - 2))) return true;
  if (own === "shit" && (next === "is" || next === "was") && joys.has(textOf(words, at + 2))) return true;
  const away = next === "out" && textOf(words, at + 2) === "of" && /^t?here$/.test(textOf(words, at + 3));
  return (
    away &&
    before === "the" &&
    /^(?:me|us)$|^get$/.test(textOf(words, at - 2)) &&
    !/^$|^you$|^go$/.test(textOf(words, at - 3))
  );
};

const friends = set("my mine our we us i im ive me");
const targets = set("you u ur your youre this that these those stupid dumb ugly ass hate dirty yall");

/** Whether a word that some call each other in friendship is said so. */
export const isAmongFriends = (words: readonly Word[]): boolean =>
  words.some(({ text }) => friends.has(text)) && !words.some(({ text }) => targets.has(text));

const speech =
  /\b(?:say|says|said|saying|write|writes|wrote|writing|call|calls|called|calling|messages?|posts?|comments?|statements?|stuff|things|threats?|threaten|threatens|threatening|hate like|hatred like|wishing|tweets?|word|words|slurs?|phrases?|telling|claim|claims|claiming|believe|believes|believing|idea|thinks|thinking|think|shout|shouts|shouting|shouted|yell|yelling|yelled|chant|chanting|scream|screaming|hashtag|sign|graffiti|title|wish|wishes)\b/;
const reproach =
  /\b(?:not|never|isnt|aint|wasnt) (?:\w+ ){0,2}(?:ok|okay|cool|acceptable|right|funny|said|say|tolerate|condone|nice)|\b(?:blocked|reported|report it|banned|court|jail|prison|bigot|bigots|bigoted|racist|racism|sexist|homophobic|homophobes|transphobic|hateful|hurtful|dehumani[sz]ing|disheartening|consequences|unacceptable|disgraceful|offensive|respect|small minded|get away with|horrible (?:person|thing)|it hurts|has to stop|have to stop|need to stop|please stop|stop calling|stop saying|why would you think|what makes you say|shows (?:how|what)|dont expect|we use the word|is a slur|sad to|makes me sad|how dare|fired for|expelled|condemn|condemns|denounce|against the law|illegal to|hate speech|bigotry|deeply|should be ashamed|(?<!am i |is it |whats |nothing |what is )wrong (?:to|of|that)|(?:is|are|so|very) (?:wrong|ignorant|evil|cruel)$|apologi[sz]e|called out|call out|speak up|not true|untrue|myth|stereotypes?|discriminat\w+|no one should|nobody should|we should all|not everyone|doesnt mean|cant believe)\b/;

/** Whether a line speaks of what others say, and against it. It may quote what it is against. */
export const isReproach = (line: string): boolean => speech.test(line) && reproach.test(line);

/** Whether a place in a folded text is within quotation marks, and what is around them speaks of speaking. */
export const isQuoted = (text: string, { from, to }: { readonly from: number; readonly to: number }): boolean => {
  const open = text.lastIndexOf('"', from);
  const close = text.indexOf('"', to - 1);
  if (open === -1 || close === -1 || quotes(text, open) % 2 === 1) return false;
  const around = `${text.slice(0, open)} ${text.slice(close + 1)}`;
  return around.length > 12 && speech.test(around);
};

const quotes = (text: string, before: number): number => text.slice(0, before).split('"').length - 1;

const others =
  /\b(?:you|u|ur|your|youre|ya|yall|yourself|they|them|their|these|those|bitch|bitches|hoe|hoes|hoes|nigga|niggas)\b/;

/** Whether a line of some length is aimed at nobody: it tells of oneself, or of what somebody did. */
export const isNarrative = (line: string): boolean =>
  line.length > 24 && told.test(line) && !others.test(line) && !scorn.test(line);

const told = /\b(?:i|im|ive|id|me|my|mine|myself|we|us|our|he|she|it|its|just|was|were|had)\b/;
const scorn =
  /\b(?:this|that|hate|what a|such) (?:\w+ )?(?:fuck|shit|bullshit)|^(?:fuck|fucking|holy) |\b(?:fuck|fucking|fucked) (?:him|her|off$|all|every|trump|biden|idiots?|morons?|stupid|dumb|loser|liar)\b/;
