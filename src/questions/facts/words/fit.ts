import type { Synset, Word } from "./wordnet.ts";

/** Topic files of WordNet that are left out: tops, bodies, places, what bodies do. */
const files = new Set([3, 8, 15, 29]);

/** What nobody should meet in a game among strangers, or what is medicine rather than vocabulary; * is any ending. */
const unfitWords = (
  "abort* adulter* anal anus arous* bare bastard* behead* bitch* bowel* brassiere breast breasts brothel* " +
  "buttock* cancer* cannabis castrat* catholic catholics christian christians clothes_to cocaine coit* " +
  "condom* contracept* copulat* corpse* cripple* defecat* derang* derogat* disease* disorder* disparag* " +
  "drug drugs ejaculat* epilep* erect* erotic* ethnic* eunuch* excre* faeces fecal feces fornicat* gay gays " +
  "genital* genocid* gonad* hang_by harlot* heroin holocaust homosexual* idiot* imbecil* impoten* incest* " +
  "infect* inflam* insan* insult* intercourse jew jewish jews kill killed killing kills lesbian* lewd* " +
  "libid* lust* lynch* madness malignan* marijuana massacre* masturbat* menstr* mistress* molest* moron* " +
  "murder* muslim muslims naked* narcotic* nazi* negro* nigger* nipple* nude nudity obscen* offensive opium " +
  "oppress* orgasm* ovar* patholog* penis* pimp pornograph* pregnan* promiscu* prostitut* prurient puberty " +
  "pubic race races racial* racis* rape* rapist* rectum retard* scrotum seduc* semen sex sexes sexist " +
  "sexual* sexy shit* slang slave* slut* sodom* sperm* stool suicid* surgical* symptom* syndrome* terroris* " +
  "testic* therap* thyroid tortur* tumor* tumour* unclothed undergarment* underwear undress* urin* uter* " +
  "vagina* virgin* vomit* vulgar* vulva wanton* whor* womb"
).split(" ");
const unfit = new RegExp(
  String.raw`\b(?:${unfitWords.map((word) => word.replace("*", String.raw`\w*`).replace("_", " ")).join("|")})\b`,
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
