import type { Random } from "../../core/random.ts";
import { type LieKind, lieWords } from "./lie-words.ts";

/** By the words of a question, the most telling first. */
const signs: readonly (readonly [kind: LieKind, sign: RegExp])[] = [
  [
    "year",
    /\b(?:(?:in |from )?(?:which|what) (?:year|century)|in welchem jahr|(?:en|de) qué año|quelle année|que ano)\b/iu,
  ],
  ["while", /\bhow (?:long (?:did|does|do|was|is|are|were|has)|much time)\b|\bwie lange\b/iu],
  ["length", /\bhow (?:tall|far|high|deep|wide|big|long|heavy|fast)\b/iu],
  [
    "count",
    /\bhow (?:many|much|old|often)\b|\bwhat number\b|\bwie viele?\b|\bcuánt[ao]s?\b|\bcombien\b|\bquant[ao]s?\b/iu,
  ],
  ["group", /\b(?:group|flock|herd|family group|pack) of\b.*\bcalled\b/iu],
  ["god", /\b(?:god|goddess|deity)\b/iu],
  ["colour", /\bcolou?r\b/iu],
  ["shape", /\b(?:shape|shaped)\b/iu],
  ["language", /\b(?:which|what) (?:\p{L}+ ){0,2}language\b/iu],
  ["country", /\b(?:which|what) (?:\p{L}+ ){0,3}(?:country|nation|state|kingdom)\b/iu],
  ["city", /\bcapital\b|\b(?:which|what) (?:\p{L}+ ){0,3}(?:city|town|village|port)\b/iu],
  ["planet", /\b(?:which|what|whose) (?:\p{L}+ ){0,3}(?:planet|moon|star|constellation|world)\b/iu],
  [
    "place",
    /^where\b|\b(?:which|what) (?:\p{L}+ ){0,3}(?:river|island|islands|lake|mountain|sea|ocean|desert|continent|region|place)\b/iu,
  ],
  [
    "animal",
    /\b(?:which|what|whose|what kind of|kind of) (?:\p{L}+ ){0,3}(?:animals?|birds?|fish|insects?|mammals?|creatures?|reptiles?|spiders?|dinosaurs?|cats?|dogs?|horses?|whales?|beasts?|pets?)\b/iu,
  ],
  ["instrument", /\binstrument\b/iu],
  ["sport", /\b(?:which|what) (?:\p{L}+ ){0,3}(?:sports?|games?|contest|event|dance)\b/iu],
  ["company", /\b(?:which|what) (?:\p{L}+ ){0,3}(?:company|brand|firm|maker|car)\b/iu],
  [
    "title",
    /\b(?:which|what) (?:\p{L}+ ){0,3}(?:book|novel|film|movie|song|opera|play|poem|painting|album|series|symphony|ballet)\b/iu,
  ],
  ["plant", /\b(?:which|what) (?:\p{L}+ ){0,3}(?:plants?|trees?|flowers?|herbs?|leaves|leaf)\b/iu],
  ["body", /\b(?:organ|bone|muscle|part of (?:the|its|their|his|her|your) body|body part)\b/iu],
  [
    "material",
    /\bmade (?:of|from|out of)\b|\b(?:which|what) (?:\p{L}+ ){0,3}(?:metal|material|element|substance|stone|gas|mineral|acid)\b/iu,
  ],
  [
    "food",
    /\b(?:eat|eats|ate|drink|drinks|drank|food|dish|fruits?|vegetables?|spice|cheese|sauce|soup|ingredient|breakfast|christmas dinner)\b/iu,
  ],
  ["job", /\b(?:jobs?|profession|for a living|work as|worked as|trade)\b/iu],
  [
    "person",
    /^(?:who|whom|whose)\b|\b(?:which|what) (?:\p{L}+ ){0,3}(?:author|writer|painter|composer|scientist|king|queen|actor|actress|singer|inventor|president|philosopher|explorer|astronomer|poet|artist|physicist|emperor|woman|man|player|director|person|mathematician)\b/iu,
  ],
  ["when", /^when\b|\b(?:which|what) (?:month|day|season)\b/iu],
  ["reason", /^(?:why|for what|what for)\b/iu],
  ["manner", /^(?:how|with what|by what)\b/iu],
  ["word", /\b(?:called|word|term|name (?:for|of)|known as|named)\b/iu],
];

/** What kind of answer a question asks for. */
export const kindOf = (prompt: string): LieKind => signs.find(([, sign]) => sign.test(prompt))?.[0] ?? "thing";

const small = ["Two", "Three", "Four", "Five", "Six", "Seven", "Nine", "Eleven", "Twelve", "Twenty", "Thirty", "Forty"];
const spans = ["minutes", "hours", "days", "weeks", "months", "years"];
const measures = ["metres", "kilometres", "centimetres", "miles"];

const oneOf = <T>(all: readonly T[], random: Random): T => all[Math.floor(random() * all.length)] as T;

/** An answer of this kind that might be true, as far as one can tell who knows nothing. */
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
