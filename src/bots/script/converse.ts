import type { Random } from "../../core/random.ts";
import type { Persona } from "../personas.ts";
import type { Heard, Scene } from "../talk.ts";
import { singular } from "../../questions/text.ts";
import * as common from "./common.ts";
import * as company from "./company.ts";
import { carefulIntentOf, type Intent, intentOf } from "./intents.ts";
import { fieldOf } from "./fields.ts";
import { foreignLines } from "./languages.ts";
import { filled, isDecent, offerPhrase, ownLines, pick, type Values } from "./pick.ts";
import { standingFor } from "./standing.ts";
import { asksForStory } from "./story.ts";
import { introducedIn, plain, sayable, topicOf, tradeIn, yoursOf } from "./words.ts";

/** What may be said now, and whether a few words of the persona's own may follow. */
type Answer = {
  readonly lines: readonly string[];
  /** Better lines, when what they speak of was said. */
  readonly rather?: readonly string[];
  readonly values?: Values;
  readonly aside?: boolean;
};

/** How often a plain fact is followed by a few words of the persona's own. */
const asideChance = 0.5;

/** An answer to somebody who spoke to the bot; never to another bot. */
export const converse = (persona: Persona, scene: Scene, line: Heard, random: Random): string | undefined => {
  if (line.kind === "bot") return undefined;
  const asking = scene.game.phase === "question";
  const text = withoutName(line.text, persona);
  const values: Values = asking
    ? {}
    : {
        name: sayable(line.name, 24),
        topic: sayable(scene.lobby.topic, 40),
        word: topicOf(text),
        yours: yoursOf(text),
        who: introducedIn(text),
        trade: tradeIn(text),
      };
  const {
    lines,
    rather,
    values: more,
    aside,
  } = asking ? whileAsking(persona, scene, line, text) : freely(persona, scene, line, text, values);
  const all = { ...values, ...more };
  const better = rather === undefined ? undefined : pick(rather, all, persona, scene, random);
  const said = better ?? pick(lines, all, persona, scene, random);
  if (said === undefined || aside !== true || random() >= asideChance) return said;
  const extra = pick(persona.lines.aside, {}, persona, scene, random);
  const both = `${said} ${extra}`;
  return extra !== undefined && isDecent(both) ? both : said;
};

/** A text with what it calls the bot taken away, so that "Rookie" or "muse" is not what it seems to be about. */
const withoutName = (text: string, persona: Persona): string => {
  const names = [persona.name, ...persona.name.split(/[\s-]+/), persona.id].filter((name) => name.length > 2);
  const found = new RegExp(`@?(?<![\\p{L}\\p{N}])(?:${names.join("|")})(?![\\p{L}\\p{N}])[,:]?`, "giu");
  return text.slice(0, 500).replaceAll(found, " ").trim();
};

/** While a question is open nothing is said about anything that may be in it. */
const whileAsking = (persona: Persona, scene: Scene, line: Heard, text: string): Answer => {
  const said = plain(text);
  if (said === "") return { lines: persona.lines.deflect };
  const foreign = foreignLines(text, said);
  if (foreign !== undefined) return { lines: foreign };
  const intent = carefulIntentOf(said);
  if (intent === "content") return { lines: persona.lines.deflect };
  return answerTo(intent, persona, scene, line, text, {});
};

const freely = (persona: Persona, scene: Scene, line: Heard, text: string, values: Values): Answer => {
  const { lines } = persona;
  const said = plain(text);
  if (text === "") return { lines: lines.greeting };
  if (said === "") return { lines: text.includes("?") ? company.whyLines : company.smileLines };
  const foreign = foreignLines(text, said);
  if (foreign !== undefined) return { lines: foreign };
  const intent = intentOf(said);
  if (intent === "distress") return { lines: common.distressLines };
  if (asksForStory(text)) return { lines: common.storyLines };
  const before = justAsked(persona, scene);
  if (before.includes(offerPhrase) && (intent === "agree" || said.startsWith("why not")))
    return { lines: common.offerYesLines };
  if (before.includes(offerPhrase) && (intent === "disagree" || /^no\b/.test(said)))
    return { lines: common.offerNoLines };
  const tells = before !== "" && (intent === "agree" || intent === "disagree") && said.split(" ").length > 3;
  if (intent !== undefined && !tells) return answerTo(intent, persona, scene, line, text, values);
  if (isQuestion(text, said)) return { lines: lines.ask };
  const own = before === "" ? lines.open : lines.reply;
  if (introducedIn(text) !== "") return { lines: own, rather: company.whoLines };
  if (tradeIn(text) !== "") return { lines: own, rather: company.tradeLines };
  const taken = [...own, ...company.wordLines, ...company.yoursLines].filter((one) => /\{(?:word|yours)\}/.test(one));
  return { lines: own, rather: taken };
};

/** What the bot asked with its last line, when that is not long ago; "" for nothing. */
const justAsked = (persona: Persona, scene: Scene): string => {
  const last = ownLines(persona, { ...scene, chat: scene.chat.slice(-5) }).at(-1) ?? "";
  return last.endsWith("?") ? last : "";
};

const isQuestion = (text: string, said: string): boolean =>
  text.trimEnd().endsWith("?") ||
  /^(?:who|whos|what|whats|where|when|why|how|which|can|could|do|does|did|is|are|will|would|should) (?:\w+ ?){2,}/.test(
    said,
  );

const answerTo = (
  intent: Intent,
  persona: Persona,
  scene: Scene,
  line: Heard,
  text: string,
  values: Values,
): Answer => {
  const { lines } = persona;
  const { game } = scene;
  const running = game.phase !== "" && game.phase !== "podium";
  switch (intent) {
    case "distress":
      return { lines: common.distressLines };
    case "self":
      return { lines: lines.self };
    case "orders":
      return { lines: common.ordersLines };
    case "content":
      return { lines: lines.deflect };
    case "score":
      return { ...standingFor(text, line.name, game), aside: true };
    case "number":
      return running
        ? { lines: common.numberLines, values: { number: String(game.number), total: String(game.total) }, aside: true }
        : { lines: common.noGameLines };
    case "topic": {
      const topic = sayable(scene.lobby.topic, 40);
      return topic === ""
        ? { lines: common.noTopicLines }
        : { lines: common.topicLines, values: { topic }, aside: true };
    }
    case "insult":
      return { lines: lines.insult };
    case "sad":
      return { lines: company.sadLines };
    case "talents":
      return { lines: company.talentLines, values: extremes(persona) };
    case "badges":
      return { lines: company.badgeLines };
    case "present":
      return { lines: company.presentLines, values: { others: listed(scene.others) || "nobody but you" } };
    case "friend":
      return { lines: company.friendLines };
    case "chat":
      return { lines: lines.lull };
    case "wait":
      return { lines: company.waitLines };
    case "wishes":
      return { lines: company.wishLines };
    case "able":
      return { lines: company.ableLines };
    case "why":
      return { lines: company.whyLines };
    case "unsure":
      return { lines: company.unsureLines };
    case "comfort":
      return { lines: company.comfortLines };
    case "cheer":
      return { lines: company.cheerLines, aside: true };
    case "joke":
      return { lines: lines.joke };
    case "favourite":
      return { lines: lines.favourite, values: { word: favouriteOf(text) } };
    case "luck":
      return { lines: company.luckLines, aside: true };
    case "night":
      return { lines: company.nightLines };
    case "tease":
      return { lines: lines.tease };
    case "praise":
      return { lines: lines.praise };
    case "play":
      if (running) return { lines: common.playingLines };
      return filled("{word}", { word: gameOf(text) }) === undefined
        ? { lines: common.playLines }
        : { lines: common.playAboutLines, values: { word: gameOf(text) } };
    case "bored":
      return running ? { lines: lines.lull } : { lines: company.boredLines };
    case "tired":
      return { lines: company.tiredLines };
    case "like":
      return { lines: taste(persona, likedOf(text)), values: { ...values, word: likedOf(text) } };
    case "help":
      return { lines: common.helpLines };
    case "sorry":
      return { lines: company.sorryLines };
    case "thanks":
      return { lines: lines.thanks };
    case "mood":
      return {
        lines: /(?:\b(?:and|about|much) (?:you|u|yourself)|^[wh]bu)$/.test(plain(text))
          ? lines.mood.map(unasked)
          : lines.mood,
      };
    case "fine":
      return { lines: company.fineLines };
    case "laugh":
      return { lines: company.laughLines };
    case "agree":
      return { lines: company.agreeLines };
    case "disagree":
      return { lines: company.disagreeLines };
    case "greeting":
      return { lines: lines.greeting };
  }
};

/** "colour" of "what's your favourite colour?"; "thing" when it does not say. */
const favouriteOf = (text: string): string =>
  /\bfavou?rite (\p{L}{3,16})\b/iu.exec(text)?.[1]?.toLowerCase() ?? "thing";

/** "jazz" of "let's play a quiz about jazz". */
const gameOf = (text: string): string =>
  sayable(
    /\b(?:about|on|trivia|play some)\s+((?!again|game|quiz|with|me\b|please)[\p{L}][\p{L} ]{2,24})/iu.exec(text)?.[1] ??
      "",
    24,
  )
    .toLowerCase()
    .replace(/ (?:please|pls|now|then|today|tonight)$/, "");

/** "old films" of "do you like old films?". */
const likedOf = (text: string): string =>
  sayable(
    /\b(?:like|love|enjoy|know|hate|watch|read|follow|eat|play|of|about|at|with|in|seen|heard|played|tried|watched)\s+(?:any |some |the |a |an )?((?!you\b|it\b|me\b|to\b|that\b|this\b|about\b)[\p{L}][\p{L} -]{2,24})/iu.exec(
      text,
    )?.[1] ?? "",
    24,
  );

/** "Ana, Ben and 3 others". */
const listed = (names: readonly string[]): string => {
  const said = names.map((name) => sayable(name, 24)).filter((name) => name !== "");
  const [first = "", second = ""] = said;
  if (said.length > 2) return `${first}, ${second} and ${said.length - 2} more`;
  return said.join(" and ");
};

const inFull: Readonly<Record<string, string>> = { mathematic: "mathematics", physic: "physics" };

const extremes = ({ strengths }: Persona): Values => {
  const words = Object.keys(strengths).toSorted((one, other) => (strengths[other] ?? 0) - (strengths[one] ?? 0));
  const [best = "", worst = ""] = [words.at(0), words.at(-1)];
  return { best: inFull[best] ?? best, worst: inFull[worst] ?? worst };
};

const taste = ({ strengths }: Persona, liked: string): readonly string[] => {
  const [strength = 0] = liked
    .toLowerCase()
    .split(" ")
    .flatMap((word) => [singular(word), fieldOf(singular(word))])
    .flatMap((word) => strengths[word] ?? []);
  if (strength > 0.25) return company.loveLines;
  return strength < -0.25 ? company.weakLines : company.likeLines;
};

/** A line without what it asks back: it was just told. */
const unasked = (line: string): string => line.replace(/(?<=[.!,…])[^.!,…]*\?$/, "").replace(/,$/, ".");
