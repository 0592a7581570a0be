import type { Word } from "./words.ts";

/** Words that are harmless in certain company: what follows them, what goes before, what stands anywhere in the line. */
type Company = { readonly next?: string; readonly before?: string; readonly any?: string; readonly name?: true };

const companies: Readonly<Record<string, Company>> = {
  tranny: { any: "car cars engine gear gears transmission clutch miles maxima honda truck craigslist mechanic auto" },
  beaner: { before: "cool" },
  porn: {
    before: "food earth sky car nature book word travel",
    next: "star stars actress actresses actor actors industry",
    name: true,
  },
  dildo: { any: "newfoundland labrador canada town" },
  wank: { any: "mountain garmisch bavaria bavarian" },
  fuck: { next: "austria" },
  fuk: { name: true },
  fuc: { name: true },
  pussy: { next: "riot cat cats willow galore foot footin footing footed paw paws toes", before: "octo wood" },
  nude: {
    any: "modigliani painting paintings art museum gallery artist painter sculpture descending staircase duchamp",
  },
  rape: { any: "seed oil crime victim victims lucrece sabine nanking survivor survivors" },
  nudes: { any: "modigliani painting paintings art museum gallery artist painter sculpture" },
  jackass: { next: "penguin penguins bat prawn prawns", before: "laughing" },
  retarded: { next: "growth depression development" },
  gook: { before: "han min gobbledy gobbledey gobbly gobble de" },
  fagot: { next: "and stitch stitches up" },
  mongol: { any: "empire khan horde china", name: true },
  cripple: { next: "creek the a you your our his her their us them", before: "to could can will would may might" },
  chink: { any: "armor armour", next: "in of", before: "narrow small tiny" },
  kike: { name: true },
  spic: { next: "and" },
  faggot: {
    next: "and stitch stitches up",
    any: "peas butcher butchers gravy meatball meatballs dish bassoon liver welsh recipe food firewood ate eat eaten eating cook cooked cooking fried dinner lunch delicious tasty",
  },
  fag: { any: "bassoon", next: "end packet break butt ash" },
  paki: { any: "pakistan", name: true },
  retard: { next: "the growth progress", before: "to may can could fire flame will" },
  wop: { next: "bop", before: "doo du pop free doowop" },
  dago: { before: "san" },
  prick: { next: "your the up his her a my of ears", before: "pin kick" },
  tosser: { before: "coin caber salad", name: true },
  kaffir: { next: "lime limes leaf leaves lily corn bread cat boom pox" },
  coon: { before: "maine", next: "cat cats hound" },
  bastard: { next: "sword swords file wing", before: "inglourious inglorious glorious magnificent the le" },
  hooker: { any: "rugby scrum prop", before: "john joseph thomas t j the" },
  skank: { any: "ska reggae", name: true },
  bitch: {
    next: "brew brews bru about",
    before: "brood female",
    any: "dog dogs puppy puppies canine canines vet litter pups",
  },
  dick: { name: true, next: "move moves van dastardly cheney tracy grayson turpin whittington" },
  cock: { next: "robin a crow crows and fight fights fighting", before: "pea the weather" },
  tit: { next: "for", before: "blue coal great marsh willow crested bearded" },
  sucker: { next: "for punch punched fish" },
  boob: { next: "tube" },
  cracker: { before: "christmas graham fire nut the" },
  dyke: { any: "lesbian levee offa offas parade" },
  fanny: { name: true, next: "pack bay farmer" },
  balls: { before: "the crystal bowling tennis golf" },
};

const setOf = (list: string | undefined): ReadonlySet<string> | undefined =>
  list === undefined ? undefined : new Set(list.split(" "));

const sets = new Map(
  Object.entries(companies).map(([word, { next, before, any, name }]) => [
    word,
    { next: setOf(next), before: setOf(before), any: setOf(any), name: name === true },
  ]),
);

/** Whether a word stands in company that makes it harmless. */
export const isSpared = (
  word: string,
  words: readonly Word[],
  at: number,
  isCapital: (word: Word) => boolean,
): boolean => {
  const company = sets.get(word);
  if (company === undefined) return false;
  const [own, next, before] = [words[at], words[at + 1], words[at - 1]];
  if (next !== undefined && company.next?.has(next.text) === true) return true;
  if (before !== undefined && company.before?.has(before.text) === true) return true;
  if (company.any !== undefined && words.some(({ text }) => company.any?.has(text))) return true;
  // A given name stands with a surname, or where the one who has it is called.
  return company.name && own !== undefined && isCapital(own) && (next === undefined || isCapital(next));
};
