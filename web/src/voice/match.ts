import { distance, folded, wordsOf } from "./folding.ts";

/** What was meant by what was heard. */
export type Match =
  | { readonly kind: "one"; readonly choice: number }
  /** More than one fits: who spoke is asked. */
  | { readonly kind: "several"; readonly choices: readonly number[] }
  | { readonly kind: "none" };

/** What people and recognisers make of single letters. */
const letters: readonly (readonly string[])[] = [
  ["a", "ay", "eh", "ah", "alpha", "alfa"],
  ["b", "be", "bee", "bravo"],
  ["c", "ce", "see", "sea", "charlie"],
  ["d", "de", "dee", "delta"],
  ["e", "echo"],
  ["f", "ef", "eff", "foxtrot"],
];

const ordinals: readonly (readonly string[])[] = [
  ["first", "1st", "erste", "ersten", "erstes", "primera", "primero", "primeiro", "primeira", "premier", "premiere"],
  ["second", "2nd", "zweite", "zweiten", "zweites", "segunda", "segundo", "deuxieme", "seconde"],
  ["third", "3rd", "dritte", "dritten", "drittes", "tercera", "tercero", "terceira", "terceiro", "troisieme"],
  ["fourth", "4th", "vierte", "vierten", "viertes", "cuarta", "cuarto", "quarta", "quarto", "quatrieme"],
  ["fifth", "5th", "funfte", "funften", "funftes", "quinta", "quinto", "cinquieme"],
  ["sixth", "6th", "sechste", "sechsten", "sechstes", "sexta", "sexto", "sixieme"],
];

const last: ReadonlySet<string> = new Set(["last", "letzte", "letzten", "ultima", "ultimo", "derniere", "dernier"]);

/** Words around what is meant. */
const filler = new Set(
  (
    "the answer is its it letter option choice number one i think say take its um uh so well my please ill " +
    "die der das antwort ist buchstabe nummer ich glaube nehme ah also " +
    "la el respuesta es letra opcion numero creo que " +
    "le reponse cest est lettre option numero je pense a resposta e opcao acho o"
  ).split(" "),
);

/** What the polite put behind it. */
const polite = new Set("please thanks bitte danke por favor gracias sil vous plait merci obrigado obrigada".split(" "));

/** Words that say what kind of word comes next. */
const announcing = new Set(
  "letter option choice number answer antwort buchstabe nummer letra opcion numero respuesta lettre reponse opcao resposta".split(
    " ",
  ),
);

/** Such a share of the letters may be heard wrongly. */
const forgiven = 0.25;
/** The best must be better than the next by so much, or it is asked which. */
const clear = 0.12;

/** Which choice somebody meant who said this: its letter, its place, or its words. */
export const matchAnswer = (heard: string, choices: readonly string[]): Match => {
  const all = wordsOf(heard);
  const said = all.slice(0, all.findLastIndex((word) => !polite.has(word)) + 1);
  if (said.length === 0 || choices.length === 0) return { kind: "none" };
  const text = folded(said.join(" "));
  const shown = choices.map(folded);
  const same = shown.flatMap((choice, index) => (choice !== "" && choice === text ? [index] : []));
  const place = placeOf(said, choices.length);
  const isAnnounced = said.length > 1 && said.slice(0, -1).some((word) => announcing.has(word));
  if (isAnnounced && place !== undefined) return { kind: "one", choice: place };
  // "B" where B is also what another choice says, or "two" where a choice is 2.
  if (same.length > 0) return of(place === undefined ? same : [...new Set([...same, place])]);
  if (place !== undefined) return { kind: "one", choice: place };
  return byWords(said, text, shown);
};

const of = (choices: readonly number[]): Match => {
  const [choice] = choices;
  if (choice === undefined) return { kind: "none" };
  return choices.length === 1
    ? { kind: "one", choice }
    : { kind: "several", choices: choices.toSorted((a, b) => a - b) };
};

/** The choice whose letter or place was said, and nothing else of weight. */
const placeOf = (said: readonly string[], count: number): number | undefined => {
  const kept = said.length === 1 ? said : said.filter((word, index) => index === said.length - 1 || !filler.has(word));
  // "the second one"
  const [word, more] = kept.length === 2 && (kept[1] === "one" || kept[1] === "answer") ? [kept[0]] : kept;
  if (word === undefined || more !== undefined) return undefined;
  if (last.has(word)) return count - 1;
  for (const list of [letters, ordinals]) {
    const found = list.findIndex((ways) => ways.includes(word));
    if (found !== -1) return found < count ? found : undefined;
  }
  const number = Number(folded(word));
  return Number.isInteger(number) && number >= 1 && number <= count ? number - 1 : undefined;
};

const byWords = (said: readonly string[], text: string, shown: readonly string[]): Match => {
  const bare = said.filter((word) => !filler.has(word)).join(" ");
  const costs = shown.map((choice) => Math.min(...[text, bare, folded(bare)].map((way) => costOf(way, choice))));
  const best = Math.min(...costs);
  if (!(best <= forgiven)) return { kind: "none" };
  return of(costs.flatMap((cost, index) => (cost <= best + clear && cost <= forgiven ? [index] : [])));
};

/** How far what was said is from a choice: 0 for the same, 1 for nothing in common. */
const costOf = (said: string, choice: string): number => {
  if (said === "" || choice === "") return 1;
  if (said === choice) return 0;
  // A wrong digit is another number, never a slip of the ear.
  if (/^\d+$/.test(choice) || /^\d+$/.test(said)) return ` ${said} `.includes(` ${choice} `) ? 0.05 : 1;
  if (` ${said} `.includes(` ${choice} `)) return 0.05;
  // "Kepler" for "Johannes Kepler"
  if (said.length >= 4 && ` ${choice} `.includes(` ${said} `)) return 0.1;
  const whole = distance(said, choice) / Math.max(said.length, choice.length);
  return Math.min(whole, partly(said, choice));
};

/** The whole of what was said as words of the choice, each misheard a little. */
const partly = (said: string, choice: string): number => {
  const [one, other] = [said.split(" "), choice.split(" ")];
  if (said.length < 5 || one.length >= other.length) return 1;
  let worst = 0;
  for (const word of one)
    worst = Math.max(worst, Math.min(...other.map((its) => distance(word, its) / Math.max(word.length, its.length))));
  return worst <= forgiven ? 0.1 + worst / 2 : 1;
};
