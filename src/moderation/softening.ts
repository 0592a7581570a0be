import type { Word } from "./words.ts";

const set = (list: string): ReadonlySet<string> => new Set(list.split(" "));
const textOf = (words: readonly Word[], at: number): string => words[at]?.text ?? "";

const selves = set("i im ive me myself ourselves we");
const between = set(
  "a an the am was were been being be such so less of just complete total real realest biggest only like feel felt not " +
    "that annoying for said had have love loved to kind bit little big huge fucking always acting wish proud call called calling badass truly pretty",
);

const things = set(
  "thing things move moves idea ideas question questions mistake decision answer excuse rule plan stunt comment",
);

/** Whether a coarse word is said of a thing, or by somebody of himself: "I was such a …", "… like me". */
export const isOfSelf = (words: readonly Word[], at: number): boolean => {
  const [next, later] = [textOf(words, at + 1), textOf(words, at + 2)];
  if (next === "like" && (later === "me" || later === "us")) return true;
  if (textOf(words, at - 1) === "my" && next === "self") return true;
  // "The word … means": it is spoken of, not used.
  if (/^(?:words?|terms?|slurs?|us)$/.test(textOf(words, at - 1))) return true;
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
  if (before === "worth" || (before === "holy" && !isAtYou(next))) return true;
  if (/^shit+y$/.test(own) && next !== "" && !people.has(next)) return true;
  if (own === "bullshit" && before !== "" && ofThings.has(before) && next !== "again") return true;
  if (own === "fuck" && /^(?:themselves|itself)$/.test(next)) return true;
  if (own === "fuck" && at === 0 && /^(?:this|that)$/.test(next) && /^(?:is|was)$/.test(textOf(words, 2))) return true;
  if (own === "shit" && before === "the" && next === "out" && !isAtYou(textOf(words, at + 3))) return true;
  if (own === "fuck" && before === "the" && next === "up" && modals.has(textOf(words, at - 3))) return true;
  // "No fucking way", "what the fuck is going on".
  if (own === "fucking" && before === "no" && next === "way") return true;
  if (own === "fucking" && /^(?:kidding|joking|serious)$/.test(next)) return true;
  if (own === "fuck" && before === "the" && happenings.test(restOf(words, at))) return true;
  if (own === "fuck" && next === "off" && before === "to" && !isAtYou(textOf(words, at - 2))) return true;
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

const people = set(
  "person people human player players team kid kids you guy guys man woman girl boy face nice pls please again off is one",
);
const ofThings = set("such all the of your his her their some total complete pure is with");
const modals = set("should never always to would cant wont can could not ever");
const happenings =
  /^(?:is|was|just|are|has) (?:\w+ )?(?:going|happening|happened|up with (?:the|this|that|my)|wrong with (?:the|this|that|my))\b/;
const isAtYou = (word: string): boolean => aimed.has(word);
const aimed = set("you u ur your youre yall ya head face bag bags stain");
const restOf = (words: readonly Word[], at: number): string =>
  words
    .slice(at + 1, at + 6)
    .map(({ text }) => text)
    .join(" ");

const friends = set("my mine our we us i im ive me");
const praise = set("genius talent talented vibe legend flow rip goat");
const scorned = set("you u ur your youre stupid dumb ugly hate dirty kill");
const targets = set("you u ur your youre this that these those stupid dumb ugly ass hate dirty yall");

/** Whether a word that some call each other in friendship is said so. */
export const isAmongFriends = (words: readonly Word[], at: number): boolean => {
  const said = (list: ReadonlySet<string>): boolean => around(words, at).some(({ text }) => list.has(text));
  if (/^(?:my|real)$/.test(textOf(words, at - 1)) || said(praise)) return !said(scorned);
  return said(friends) && !said(targets);
};

/** How many words before and after one are asked about it: more would take too long where many are coarse. */
const near = 15;
const around = (words: readonly Word[], at: number): readonly Word[] => words.slice(Math.max(0, at - near), at + near);

const proud =
  /\b(?:i|im|ive|my|we|were|me)\b.*\b(?:proud|love (?:being|to)|loved being|great|out for|fellow|just for being|homophob\w+)\b|\b(?:love|proud|happy|glad)\b.*\bbeing an? \w+$|\bbeing an? \w+ is (?:great|good|wonderful|fine|beautiful)\b/;

/** Whether people take for themselves, and gladly, what others call them. */
export const isReclaimed = (words: readonly Word[], at: number): boolean => {
  const line = around(words, at)
    .map(({ text }) => text)
    .join(" ");
  return proud.test(line) && !atYou.test(line);
};

const atYou = /\b(?:you|u|ur|your|youre|ya|yall|yourself|these|those|hate|stupid|dumb|fucking|kill)\b/;

/** Whether it is said of somebody in praise ("the baddest bitch"), or of a thing ("it can be a bitch"). */
export const isSaidFondly = (words: readonly Word[], at: number): boolean => {
  const [before, next] = [textOf(words, at - 1), textOf(words, at + 1)];
  if (before === "this" && textOf(words, at - 2) === "in") return true;
  if (/^(?:bad|baddest|badass|pretty|prettiest|cutest|boss|hottest)$/.test(before)) return !isAtYou(next);
  return (
    before === "a" &&
    /^(?:be|is|karma|life|lifes|karmas)$/.test(textOf(words, at - 2)) &&
    thing.test(textOf(words, at - 3))
  );
};

const thing = /^(?:can|could|karma|life|it|this|that|payback|traffic|weather|monday|mondays|gravity|work|frustration)$/;

const admitting =
  /\b(?:i|im|ive|ill|id|we|wewill|weve|me|myself|sorry|apologies|apologi[sz]e|trying|nobody|no one|never|quit)\b.*\b(?:be|being|been|acting|act)(?: like)? (?:\w+ ){0,4}$|\b(?:i|me|im|myself)\b(?: \w+){0,2} like an? (?:\w+ ){0,2}$/;

/** Whether somebody admits that he is so himself, or says that he will not be: "sorry for being a …". */
export const isAdmitted = (words: readonly Word[], at: number): boolean => {
  const own = words.slice(Math.max(0, at - near), at).map(({ text }) => text);
  return (
    admitting.test(`${own.join(" ")} `) && !around(words, at).some(({ text }) => seconds.has(text) && text !== "they")
  );
};

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
  const outside = `${text.slice(0, open)} ${text.slice(close + 1)}`;
  return outside.length > 12 && speech.test(outside);
};

const quotes = (text: string, before: number): number => text.slice(0, before).split('"').length - 1;

const others =
  /\b(?:you|u|ur|your|youre|ya|yall|yourself|they|them|their|these|those|bitch|bitches|hoe|hoes|hoes|nigga|niggas)\b/;

const works =
  /\b(?:percentage|percent|songs?|movies?|films?|episodes?|albums?|characters?|said|says|lyrics?|lines?|quotes?|quotation|hit|hits|band|group|rapper|singer|artist|series|shows?|tv|novel|book|poem|play|actor|actress|played|sang|recorded|titled|entitled|called|phrase|word|words|team|game|historical|king|queen|president|author|saying|proverb|scene|sketch|cult|killed|dog|species|animal)\b/;

/** Whether a line asks for a work, a person or a quotation, as questions of quizzes do; what it quotes is not meant. */
export const isOfWork = (line: string, text: string): boolean =>
  line.length > 40 &&
  (questioning.test(line) || (text.trimEnd().endsWith("?") && within.test(line))) &&
  works.test(line) &&
  !present.test(line);

const questioning =
  /^(?:in |on |for |from |at |by )?(?:which|what|who|whose|whom|where|when|why did|why was|how (?:did|many|old was|do|was)|complete|finish|name the|according|true or)\b|^(?:the|in|on|this) .*\b(?:movie|film|episode|sitcom|series|novel|song|album|lyrics|character|co ?anchor)\b/;
const within = /\b(?:which|what|who|whose|name)\b/;
const present = /\b(?:chat|lobby|server|dm|here|im|imma|gonna come|id|snap|kik|lol|lmao|ur|bitch you|fuck you)\b/;

/** Whether a line of some length is aimed at nobody: it tells of things, of oneself, or of what happened. */
export const isNarrative = (line: string): boolean =>
  line.length > 18 && line.split(" ", 5).length > 4 && !others.test(line) && !scorn.test(line);

const scorn =
  /\bbeing an? |\b(?:hate|what a|such) (?:\w+ )?(?:fuck|shit|bullshit)|\b(?:this|that) (?:\w+ )?(?:fuck|shit)|^(?:fuck|fucking|holy) |\b(?:fuck|fucking|fucked) (?:him|her|off$|all|every|trump|biden|idiots?|morons?|stupid|dumb|loser|liar)\b/;
