import type { Random } from "../../core/random.ts";
import { type LieKind, lieWords } from "./lie-words.ts";

/** Words that can't stand between "which" and what is asked for. */
const others = "did|does|do|is|was|were|are|has|had|have|can|could|the|a|an|of|in|to|for|by|on|and";

/** "Which", or "what", one of these, with a few words between. */
const which = (nouns: string): RegExp =>
  new RegExp(`\\b(?:which|what|whose|what kind of) (?:(?!(?:${others})\\b)[\\p{L}-]+ ){0,3}(?:${nouns})\\b`, "iu");

/** By the words of a question, the most telling first. */
const signs: readonly (readonly [kind: LieKind, sign: RegExp])[] = [
  ["year", /\b(?:(?:which|what) (?:year|century)|in welchem jahr|(?:en|de) qué año|quelle année|que ano)\b/iu],
  ["while", /\bhow (?:long (?:did|does|do|was|is|are|were|has)|much time)\b|\bwie lange\b/iu],
  ["length", /\bhow (?:tall|far|high|deep|wide|big|long|heavy|fast)\b/iu],
  ["count", /\bhow (?:many|much|old|often)\b|\bwie viele?\b|\bcuánt[ao]s?\b|\bcombien\b|\bquant[ao]s?\b/iu],
  ["count", which("number|smallest number|largest number|percentage")],
  ["group", /\b(?:group|flock|herd|pack) of\b.*\bcalled\b/iu],
  ["god", which("god|goddess|deity")],
  ["colour", which("colou?r|shade")],
  ["shape", which("shape")],
  ["language", which("language")],
  ["country", which("country|nation|state|kingdom")],
  ["city", /\b(?:is|was) the capital of\b/iu],
  ["city", which("capital|city|town|village|port")],
  ["planet", which("planet|moon|star|constellation|world")],
  ["place", which("river|islands?|lake|mountain|sea|ocean|desert|continent|region|place")],
  ["place", /^(?:in |on )?where (?:is|was|are|were|did)\b/iu],
  [
    "animal",
    which(
      "animals?|birds?|fish|insects?|mammals?|creatures?|reptiles?|spiders?|dinosaurs?|cats?|dogs?|horses?|whales?|beasts?|pets?|teeth|fingerprints",
    ),
  ],
  ["animal", /\bnational (?:animal|bird)\b/iu],
  ["instrument", which("instrument")],
  ["sport", which("sports?|games?|contest|event|dance")],
  ["company", which("company|brand|firm|maker|car")],
  ["title", which("book|novel|film|movie|song|opera|play|poem|painting|album|series|symphony|ballet")],
  ["plant", which("plants?|trees?|flowers?|herbs?|leaf")],
  ["body", which("organ|bone|muscle|part of the body|part of itself|body part|artificial part")],
  ["body", /\b(?:shave|wear out|part of (?:the|its|their|itself))\b/iu],
  ["material", /\b(?:of|from|out of) (?:what|which \p{L}+)\b.*\bmade\b|\bmade (?:of|from|out of)\b/iu],
  ["material", which("metal|material|element|substance|stone|gas|mineral|acid")],
  ["liquid", /\b(?:flood(?:ed)?|rain(?:s|ed)? (?:down|sideways)|poured|clean|wash)\b/iu],
  ["food", /\b(?:eats?|ate|drinks?|drank|order|ingredient)\b/iu],
  ["food", which("food|dish|fruits?|vegetables?|spice|cheese|sauce|soup|drink|liqueur|rice|bread")],
  ["doing", /\b(?:for (?:which|what) (?:job|purpose)|what can\b.*\bdo)\b/iu],
  ["job", /^(?:whom|who are|who lives|who or what)\b|\b(?:job|profession|office|for a living|work(?:ed)? as)\b/iu],
  ["person", /^(?:to |by )?(?:who|whom|whose)\b/iu],
  [
    "person",
    which(
      "author|writer|painter|composer|scientist|king|queen|actor|actress|singer|inventor|president|philosopher|explorer|astronomer|poet|artist|physicist|emperor|woman|man|player|director|person|mathematician|hero",
    ),
  ],
  ["when", /^when\b/iu],
  ["when", which("month|day|season")],
  ["reason", /^(?:why|what for)\b|^for what does\b/iu],
  ["manner", /^how (?:do|does|did|can|could)\b/iu],
  ["word", /\b(?:called|call|word|term|name (?:for|of)|known as|named)\b/iu],
];

/** What kind of answer a question asks for. */
export const kindOf = (prompt: string): LieKind => signs.find(([, sign]) => sign.test(prompt))?.[0] ?? "thing";

const qualities =
  "Northern | Golden | Royal | Double | Black | Silver | Great | Second | Old | Blue | Hidden | Southern".split(" | ");

/** "Which canal joins …" is asked for a canal, whatever that may be. */
const nounIn = (prompt: string): string | undefined =>
  /\bwhich (?:\p{Lu}[\p{L}-]+ )?(\p{Ll}{4,12}) (?:is|was|are|were|did|does|do|has|had|have|can|\p{Ll}+s)\b/u.exec(
    prompt,
  )?.[1] ?? /^Which (\p{Ll}{4,12})\b/u.exec(prompt)?.[1];

const small = ["Two", "Three", "Four", "Five", "Six", "Seven", "Nine", "Eleven", "Twelve", "Twenty", "Thirty", "Forty"];
const spans = ["minutes", "hours", "days", "weeks", "months", "years"];
const measures = ["metres", "kilometres", "centimetres", "miles"];

const oneOf = <T>(all: readonly T[], random: Random): T => all[Math.floor(random() * all.length)] as T;

/** An answer to a question that might be true, as far as one can tell who knows nothing. */
export const lieTo = (prompt: string, random: Random): string => {
  const kind = kindOf(prompt);
  const noun = kind === "thing" ? nounIn(prompt) : undefined;
  return noun === undefined ? madeUp(kind, random) : `The ${oneOf(qualities, random).toLowerCase()} ${noun}`;
};

/** An answer of a kind. */
export const madeUp = (kind: LieKind, random: Random): string => {
  switch (kind) {
    case "year":
      return String(2020 - Math.floor(20 + 400 * random() ** 2));
    case "count":
      return random() < 0.7 ? oneOf(small, random) : String(10 * Math.floor(2 + 38 * random()));
    case "length":
      return `${Math.floor(2 + 48 * random())} ${oneOf(measures, random)}`;
    case "while":
      return `${oneOf(small, random)} ${oneOf(spans, random)}`;
    default:
      return oneOf(lieWords[kind], random);
  }
};
