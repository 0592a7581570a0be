import type { Synset, Word } from "./wordnet.ts";

/** Topic files of WordNet that are left out: tops, bodies, places, states of health, what bodies do. */
const files = new Set([3, 8, 15, 29]);

/** What nobody should meet in a game among strangers, or what is medicine rather than vocabulary. */
const unfit = new RegExp(
  String.raw`\b(?:${[
    "abort\\w*|adulter\\w*|anal|anus|arous\\w*|bastard\\w*|bitch\\w*|bowel\\w*|breasts?|brothel\\w*|buttock\\w*|castrat\\w*|coit\\w*|copulat\\w*",
    "condom\\w*|contracept\\w*|corpse\\w*|cripple\\w*|defecat\\w*|derogat\\w*|disparag\\w*|ejaculat\\w*|erect\\w*|erotic\\w*|ethnic\\w*|eunuch\\w*|excre\\w*",
    "f[ae]eces|fecal|feces|fornicat\\w*|genital\\w*|gonad\\w*|harlot\\w*|homosexual\\w*|incest\\w*|insult\\w*|intercourse|lesbian\\w*|libid\\w*|lust\\w*|masturbat\\w*",
    "menstr\\w*|mistress\\w*|molest\\w*|murder\\w*|naked\\w*|nazi\\w*|negro\\w*|nigger\\w*|nipple\\w*|nude|nudity|obscen\\w*|offensive|oppress\\w*|orgasm\\w*|ovar\\w*",
    "penis\\w*|pimp|pornograph\\w*|pregnan\\w*|prostitut\\w*|puberty|pubic|race|races|racial\\w*|racis\\w*|rape\\w*|rapist\\w*|rectum|retard\\w*|scrotum|seduc\\w*|semen",
    "sex|sexes|sexual\\w*|sexy|sexist|shit\\w*|slang|slave\\w*|slut\\w*|sodom\\w*|sperm\\w*|stool|suicid\\w*|testic\\w*|tortur\\w*|urin\\w*|uter\\w*|vagina\\w*|virgin\\w*",
    "vomit\\w*|vulgar\\w*|vulva|whor\\w*|womb|holocaust|genocid\\w*|terroris\\w*|lynch\\w*|massacre\\w*|behead\\w*|hang by|killing|kills?|killed|idiot\\w*|moron\\w*|imbecil\\w*",
    "disease\\w*|disorder\\w*|infect\\w*|inflam\\w*|symptom\\w*|syndrome\\w*|tumou?r\\w*|cancer\\w*|malignan\\w*|patholog\\w*|surgical\\w*|therap\\w*|thyroid|epilep\\w*|drug|drugs|narcotic\\w*",
    "cocaine|heroin|opium|marijuana|cannabis|jew|jews|jewish|muslims?|christians?|catholics?|gays?|lewd\\w*|prurient|wanton\\w*|brassiere|underwear|undergarment\\w*|insan\\w*|impoten\\w*|promiscu\\w*|derang\\w*|madness|unclothed|undress\\w*|clothes to|bare",
  ].join("|")})\b`,
  "i",
);

/** The part of a gloss that says what a word means, at most `most` characters; "" when there is none that will do. */
export const definitionIn = ({ gloss }: Synset, most: number): string => {
  const whole = gloss
    .replace(/[;:,]?\s*".*$/, "")
    .replace(/\s+/g, " ")
    .replaceAll("`", "‘")
    .replaceAll("'", "’")
    .trim();
  if (whole.length <= most) return sound(whole);
  const [first = ""] = whole.split(/;\s/);
  return first.length <= most ? sound(first) : "";
};

/** Long enough to tell one word from others, with brackets closed, and about the thing rather than the word. */
const sound = (definition: string): string => {
  const open = definition.split("(").length === definition.split(")").length;
  const words = definition.split(" ").length;
  const aboutWord =
    /\b(?:plural|abbreviation|spelling|used|usage|term for|expression|intensifier|words?|followed by|preceded by|nouns?)\b/i;
  return open &&
    words >= 3 &&
    definition.length >= 15 &&
    !aboutWord.test(definition) &&
    !/[^\p{L}\p{N}’‘(),.;% -]/u.test(definition)
    ? definition
    : "";
};

/** Whether a word in its first meaning may be asked about. */
export const isFit = ({ lemma }: Word, { file, gloss, lemmas, pointers }: Synset): boolean =>
  !files.has(file) &&
  // Names of people, places and peoples have capitals.
  lemmas.some((written) => written.replace(/\(.*\)$/, "") === lemma) &&
  lemmas.every((written) => written === written.toLowerCase()) &&
  // Slang, insults and the like.
  pointers.every(({ sign }) => sign !== ";u") &&
  !rude.has(lemma) &&
  !unfit.test(gloss) &&
  !unfit.test(lemmas.join(" ").replaceAll("_", " "));

/** Words that are rude in another meaning, or no joy in their first. */
const rude = new Set(
  (
    "aborigine ass babe balls bang booby bush carnal cock coon crone crucifixion demimonde denseness dick disability disabled " +
    "dwarf execution faggot fairy freak fruit gay handicap handicapped hooker horny hump jackass jerk knob knocker misogynist " +
    "mongrel mutilation native pansy piss prick pussy queen queer savage screw shag spade spook stupid tit tool tramp"
  ).split(" "),
);

/** Whether a text holds a word, or one of the same stem: "altered" gives "unalterable" away. */
export const givesAway = (text: string, lemma: string): boolean =>
  text
    .toLowerCase()
    .split(/[^a-z]+/)
    .some(
      (word) => word === lemma || (word.length >= 4 && (word.startsWith(stem(lemma)) || lemma.includes(stem(word)))),
    );

const stem = (word: string): string => word.slice(0, Math.max(4, Math.ceil(word.length * 0.55)));
