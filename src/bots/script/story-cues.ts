import { plain } from "./words.ts";

/** What may come after a sentence that tells of something like this. */
type Cue = { readonly sign: RegExp; readonly lines: readonly string[] };

const words = (list: string): RegExp => new RegExp(`\\b(?:${list.replaceAll(" ", "|")})\\b`);

const cues: readonly Cue[] = [
  {
    sign: words("said says say asked asks shouted whispered called cried answered replied told sang"),
    lines: [
      "There was a pause, and then {who} said the one thing nobody had expected: please.",
      "Those words hung in the air for a while, right above {thing}.",
    ],
  },
  {
    sign: words("fell fall falls tripped slipped dropped tumbled"),
    lines: [
      "It was a long way down, and {who} had time to think of lunch.",
      "Luckily it was a soft landing, for {thing} was right below.",
    ],
  },
  {
    sign: words("ran run runs running chased escaped hurried raced fled"),
    lines: [
      "They ran and ran, and {thing} was never more than a step away.",
      "Out of breath, {who} turned round at last.",
    ],
  },
  {
    sign: words("door doors opened opens open gate window box chest lid drawer"),
    lines: [
      "Behind it, in the half dark, {thing} was waiting.",
      "What came out first was a smell of toast, and it made straight for {who}.",
    ],
  },
  {
    sign: words("found finds discovered noticed saw spotted picked"),
    lines: [
      "Finders keepers, thought {who}, but it wasn't quite so simple.",
      "It must have been there for years, and yet {thing} looked brand new.",
    ],
  },
  {
    sign: words("stole steals stolen took takes grabbed snatched kidnapped"),
    lines: [
      "That was bold, for {thing} had a long memory.",
      "By the time anybody noticed, {who} was three streets away.",
    ],
  },
  {
    sign: words("lost gone vanished missing disappeared disappears empty"),
    lines: [
      "All that was left was a warm spot, and beside it lay {thing}.",
      "They searched everywhere, and {who} searched twice.",
    ],
  },
  {
    sign: words("afraid scared screamed frightened dark darkness shadow trembled"),
    lines: [
      "It helped a little that {who} was just as scared.",
      "But in the gloom {thing} gave off a faint and friendly glow.",
    ],
  },
  {
    sign: words("laughed smiled happy danced dance laughing smiling giggled joy"),
    lines: ["It was catching: soon even {thing} seemed to grin.", "Nobody had seen {who} so happy since the big snow."],
  },
  {
    sign: words("sad lonely tears wept crying alone sobbed"),
    lines: ["Somebody put a blanket round {who}, and that was a start.", "Even {thing} looked a little damp."],
  },
  {
    sign: words("ate eat eats hungry cake soup bread cheese pizza cookie cookies dinner breakfast lunch pie"),
    lines: [
      "There was enough for everybody, even for {who}.",
      "The last crumb rolled off the plate, and {thing} rolled after it.",
    ],
  },
  {
    sign: words("slept sleep asleep dream dreamt dreamed woke awake bed"),
    lines: ["In the dream {thing} could talk, and had complaints.", "After that, {who} never trusted a pillow again."],
  },
  {
    sign: words("flew fly flies flying sky wings cloud clouds air"),
    lines: ["From up there {thing} was no bigger than a button.", "The wind was kind, and {who} held on to a cloud."],
  },
  {
    sign: words("sea water river lake swam boat ship island wave waves ocean beach"),
    lines: [
      "The water closed over {thing} and thought about it.",
      "A wave as high as a church lifted {who} up and put everything down somewhere else.",
    ],
  },
  {
    sign: words("rain rained storm snow wind thunder lightning fog cold"),
    lines: [
      "The weather had it in for {who}, that much was clear.",
      "Then the clouds parted, and {thing} shone as if somebody had polished it.",
    ],
  },
  {
    sign: words("forest wood woods tree trees mountain hill path garden"),
    lines: [
      "The path forgot where it was going, so they asked about {thing}.",
      "From between the leaves two eyes were watching {who}.",
    ],
  },
  {
    sign: words("letter note book map read wrote page sign"),
    lines: ["On the last page there was a drawing of {thing}.", "It was signed, in purple ink, by {who}."],
  },
  {
    sign: words("dragon monster giant beast troll ghost creature"),
    lines: [
      "It was bigger than {thing}, and a good deal shyer.",
      "Up close it had freckles, and {who} forgot to be afraid.",
    ],
  },
  {
    sign: words("gold treasure money rich coin coins jewel jewels diamond diamonds"),
    lines: [
      "All that glitter, and {who} only asked what it would cost to keep it warm.",
      "Beside so much gold {thing} looked rather plain, and much more useful.",
    ],
  },
  {
    sign: words("clock time midnight hour morning tomorrow yesterday late"),
    lines: [
      "The clock struck, and {thing} struck back.",
      "There were seven minutes left, and {who} used up two of them.",
    ],
  },
  {
    sign: words("magic spell wizard witch wand potion wish"),
    lines: [
      "Magic is like porridge: it sticks, and now it stuck to {thing}.",
      "It worked, more or less, and {who} was blue for a week.",
    ],
  },
  {
    sign: words("dog cat fox owl bird mouse horse bear wolf rabbit frog"),
    lines: [
      "Animals notice such things first, and they all turned to {who}.",
      "There was a paw print on {thing}, and it was far too big.",
    ],
  },
];

const questionLines: readonly string[] = [
  "It was a good question, and everybody looked at {who}.",
  "The answer lay right in front of them, under {thing}.",
];

/** Sentences that pick up what this one tells of. */
export const cueLines = (sentence: string): readonly string[] => {
  const told = plain(sentence);
  const found = cues.filter(({ sign }) => sign.test(told)).flatMap(({ lines }) => lines);
  return /[?？]\s*["'”’]?\s*$/u.test(sentence.slice(0, 500)) ? [...questionLines, ...found] : found;
};
