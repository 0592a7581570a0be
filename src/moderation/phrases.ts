import { spanOf, type Folded } from "./fold.ts";
import type { Finding } from "./search.ts";
import type { Category, Tier } from "./verdict.ts";
import type { Word } from "./words.ts";

/** A sentence of harmless words that is not harmless. */
export type Rule = {
  readonly name: string;
  readonly tier: Tier;
  readonly category: Category;
  /** A line without any of these words is not looked at: that is most lines. */
  readonly triggers: ReadonlySet<string>;
  readonly pattern: RegExp;
  /** A line that says this, too, is not meant. */
  readonly unless?: RegExp | undefined;
};

/** What stands for what in the patterns below; a line is words with one space before and after each. */
const parts: Readonly<Record<string, string>> = {
  you: "(?:you|u|ya|yall|yous|youse|ye|yo|you all|all of you|you guys|you people|you lot|you two)",
  your: "(?:your|ur|yer|yo|ya|youre|yalls)",
  self: "(?:(?:your|ur|yo|ya|yer|you|youre) ?sel(?:f|ves)|yourselfs|yaself|yoself|u)",
  are: "(?:(?:you|u|ya|yall|yous|you all|all of you|both of you|you guys|you people|you lot|you clearly|u guys) (?:are|r|re|is|be|look|sound|smell|seem|were|act)(?: like| as)?|youre|yer|youra|ure|(?:your|ur|yur)(?= (?:a|an|such|so|just|nothing|really|too|literally|all|fucking|as|like|the worst|stupid|ugly|pathetic|dumb|fat|gross|disgusting|worthless|trash|retarded|useless|dumber|uglier) )|youll always be|you will always be|you were always|you must be)",
  adv: "(?: (?:a|an|the|so|such|just|really|very|literally|actually|truly|all|too|that|nothing|but|fucking|fuckin|fkn|fking|freaking|bloody|damn|goddamn|total|complete|absolute|utter|big|huge|massive|fat|little|tiny|dirty|real|pretty|totally|completely|absolutely|honestly|obviously|clearly|like|bunch|of|most|biggest|dumbest|ugliest|stupidest|worst|one|kinda|always|quite|as|more|no better|than|piece|pieces|load|pile|bag|common|human|old|giant|both|still|probably|simply|basically|seriously|genuinely|only|lot|sad|poor|lazy|rude|nasty|selfish|miserable|useless|worthless|pathetic|stupid|dumb|ugly|filthy|disgusting|mean|annoying|boring|horrible|terrible|awful|hopeless|ignorant|lonely|crazy|sick|evil|entitled|spoiled|spoilt|whiny|brainless)){0,6}",
  will: "(?:i will|i ll|ill|im going to|im gonna|im gunna|imma|ima|i am going to|i am gonna|i m going to|im about to|i am about to|i want to|i wanna|id love to|i would love to|i d love to|im coming to|im coming over to|we will|we ll|were going to|were gonna|we are going to|we are gonna|gonna|going to|ill come and|ill come over and|let me|i should|i could|i swear ill|i swear i will|someone should|someone needs to|somebody should|someone will|somebody will|somebody needs to|i hope someone|i hope somebody|i wish someone would|hope someone|they will|they should|we should|i might|i may|i shall|im finna|finna|i m gonna|time to|want me to)",
  bad: "(?:idiot|idiots|moron|morons|imbecile|imbeciles|cretin|cretins|dimwit|dimwits|halfwit|nitwit|simpleton|buffoon|dunce|loser|losers|clown|clowns|fool|fools|dummy|dumbo|weirdo|weirdos|psycho|maniac|lunatic|degenerate|degenerates|lowlife|lowlifes|brat|slob|leech|sheep|muppet|melt|creep|creeps|pervert|perv|perverts|freak|freaks|trash|garbage|rubbish|filth|scum|dirt|vermin|parasite|parasites|pest|pests|cancer|plague|disease|virus|pig|pigs|dog|dogs|rat|rats|cow|cows|snake|worm|worms|insect|insects|cockroach|cockroaches|roach|roaches|animal|animals|monkey|monkeys|ape|apes|gorilla|swine|donkey|whale|hippo|toad|troll|trolls|virgin|incel|simp|disgrace|disappointment|embarrassment|mistake|failure|failures|joke|nobody|burden|coward|cowards|waste|bottom feeder|oxygen thief|ugly|stupid|dumb|pathetic|worthless|useless|disgusting|repulsive|brainless|braindead|brain dead|brain damaged|pitiful|hideous|subhuman|inferior|insignificant|despicable|vile|revolting|sickening|gross|fat|fatty|fatso|obese|filthy|moronic|idiotic|talentless|unlovable|unwanted|unloved|trashy|psychotic|deranged|mental|retarded|stupidest|dumbest|ugliest|worst|smelly|stinky|toxic|ignorant|sick in the head|messed up in the head|dense|slow in the head|dead to me|dead inside|hated|cringe|lame|dumbass|jackass|trashbag|garbage can|dumpster|potato|vegetable|abomination|monster|stain|turd|wimp|crybaby|cry baby|bum|bums|hag|witch|pig face|bozo|noob|scrub|illiterate|uneducated|uncultured|inbred|inbreds|twit|twits|hack|leper|nuisance|menace|dweeb|dork|ogre|goblin|waste of space|eyesore)",
  harm: "(?:kill|murder|stab|shoot|strangle|choke|slaughter|gut|behead|decapitate|hang|lynch|drown|poison|torture|rape|hurt|harm|maim|skin|bury|punch|butcher|knife|slit|assault|molest|kidnap|exterminate|eradicate|gas|crucify|dismember|curb stomp|blow up|set fire to|put a bullet in|run over|execute|burn|cripple|rip|castrate|break you in|beat you up|beat the|fuck you up|mess you up|snap)",
  blow: "(?:smash|punch|beat|break|slit|slice|cut|snap|crush|bash|kick|slap|smack|hit|burn|rip|stab|tear|knock|blow|shoot|chop|split|cave|bust|step on|stomp)",
  body: "(?:face|head|skull|neck|throat|legs|leg|knees|kneecaps|arms|arm|teeth|bones|jaw|nose|ribs|family|mom|mum|mother|dad|father|parents|sister|brother|kids|children|wife|husband|girlfriend|boyfriend|dog|cat|house|home|guts|brains|eyes|tongue|fingers|stomach|heart|ass|face in|head off|head in|spine|windows|car)",
  group:
    "(?:women|woman|female|females|girls|gays|lesbians|homosexuals|gay people|gay men|gay person|trans people|trans person|trans women|trans men|trans|transgenders|transsexuals|queers|blacks|black people|black person|black men|black women|black guys|brown people|colored people|white people|whites|asians|asian people|chinese|chinese people|japanese|koreans|indians|indian people|pakistanis|mexicans|mexican people|latinos|hispanics|arabs|arab people|africans|muslims|muslim|muslim people|muslim person|jews|jew|jewish people|christians|catholics|hindus|sikhs|immigrants|immigrant|migrants|refugees|foreigners|disabled people|disabled person|disableds|cripples|autistic people|autistics|autists|old people|poor people|homeless people|gypsies|roma|aboriginals|natives|black|gay|muslms|jihadis|feminists|feminist|brown person|poles|turks|romanians|russians|ukrainians|israelis|palestinians|french people|lgbt people|bisexuals)",
  people:
    "(?:gays|lesbians|homosexuals|gay people|gay men|gay person|trans people|trans person|trans women|trans men|trans|transgenders|transsexuals|queers|blacks|black people|black person|black men|black women|black guys|brown people|colored people|white people|whites|asians|asian people|chinese|chinese people|japanese|koreans|indians|indian people|pakistanis|mexicans|mexican people|latinos|hispanics|arabs|arab people|africans|muslims|muslim|muslim people|muslim person|jews|jew|jewish people|christians|catholics|hindus|sikhs|immigrants|immigrant|migrants|refugees|foreigners|disabled people|disabled person|disableds|cripples|autistic people|autistics|autists|old people|poor people|homeless people|gypsies|roma|aboriginals|natives|black|gay|muslms|jihadis|feminists|feminist|brown person|poles|turks|romanians|russians|ukrainians|israelis|palestinians|french people|lgbt people|bisexuals)",
  vile: "(?:scum|vermin|disgusting|trash|garbage|filth|filthy|cancer|a cancer|cockroaches|cockroach|parasites|parasite|subhuman|subhumans|inferior|lesser beings|lesser people|stupid|dumb|dumber|dumbest|stupidest|worthless|useless|repulsive|vile|revolting|pathetic|animals|savages|apes|monkeys|rats|pigs|dogs|dirt|brainless|despicable|despicble|sickening|so sickening|sosickening|evil|criminals|rapists|terrorists|thieves|violent and cruel|ignorant|dishonest|liars|scumbags|assholes|bastards|a plague|a disease|a danger to|a threat to|not human|not people|not welcome|not worthy|seriously fucked|the worst|absolute worst|degenerates|perverts|freaks|an abomination|abominations|lazy|dirty|primitive|uncivilised|uncivilized|barbaric|retarded|mentally ill|human garbage|idiots|morons|nothing but refuse|refuse|shit|shitty|pests|insects|swine|sluts|whores|ruining|destroying|infesting|invading|taking over|the problem|a problem|the dumb one|weak|a burden|burden|leeches|a drain|useless eaters|a curse|absolutefilth|crazy)",
};

/** A rule whose pattern may name the parts above: `{you}`. */
export const rule = (
  name: string,
  tier: Tier,
  category: Category,
  patterns: readonly string[],
  unless?: RegExp,
): Rule => {
  const source = patterns.join("|").replace(/\{([a-z]+)\}/g, (_, part: string) => parts[part] ?? "");
  return {
    name,
    tier,
    category,
    triggers: triggersIn(source),
    unless,
    // A pattern may begin with the space that every line begins with.
    pattern: new RegExp(`(?<= |^)(?:${source})(?= )`),
  };
};

/** Words that are in every line. */
const common = new Set(
  (
    "you u ur your the an is are am was be been to in on of and for me my with this that it its so at as do did have has " +
    "had he she we they them her him his what who how why when where no not or if but by from all will can just up out im " +
    "go get got one like than then there here these those some any more most very really too now off over down about into " +
    "your youre it's were would could should let lets make made want see know think say said good time day back way new first"
  ).split(" "),
);

/** The words of a pattern that say something, each also without an "s" that may be left out. */
const triggersIn = (source: string): ReadonlySet<string> => {
  const words = source.replace(/\\[a-z]/g, " ").match(/[a-z0-9]{2,}\??/g) ?? [];
  const all = words.flatMap((word) => (word.endsWith("?") ? [word.slice(0, -1), word.slice(0, -2)] : [word]));
  return new Set([...all, ...whole].filter((word) => word.length > 1 && !common.has(word)));
};

/** What patterns put together of parts. */
const whole = ["yourself", "urself", "yourselves", "urselves", "yaself", "yoself"];

export type Rulebook = { readonly rules: readonly Rule[]; readonly byTrigger: ReadonlyMap<string, readonly number[]> };

export const rulebookOf = (rules: readonly Rule[]): Rulebook => {
  const byTrigger = new Map<string, number[]>();
  rules.forEach(({ triggers }, at) => {
    for (const trigger of triggers) byTrigger.set(trigger, [...(byTrigger.get(trigger) ?? []), at]);
  });
  return { rules, byTrigger };
};

/** A line of at most this many words is looked at; the rest of a longer one says no more. */
const wordsAtMost = 400;

/** What sentences say that their words alone don't. */
export const findPhrases = (folded: Folded, words: readonly Word[], book: Rulebook): readonly Finding[] => {
  const wanted = new Set<number>();
  for (const { text } of words) for (const at of book.byTrigger.get(text) ?? []) wanted.add(at);
  if (wanted.size === 0) return [];
  const { line, starts } = lineOf(folded.text, words.slice(0, wordsAtMost));
  const found: Finding[] = [];
  for (const at of wanted) {
    const asked = book.rules[at];
    const match = asked?.pattern.exec(line);
    if (
      asked === undefined ||
      match === undefined ||
      match === null ||
      asked.unless?.test(line) === true ||
      (asked.category !== "self_harm" && isDenied(line, match.index))
    )
      continue;
    const first = wordAt(starts, match.index);
    const last = wordAt(starts, match.index + match[0].length - 1);
    const [from, to] = [words[first]?.from ?? 0, words[last]?.to ?? 0];
    const view = words.slice(first, last + 1).find((word) => word.view !== "plain")?.view ?? "plain";
    found.push({
      ...pick(asked),
      rule: `phrase:${asked.name}`,
      from,
      to,
      span: spanOf(folded, from, to),
      view,
      score: 0.85,
    });
  }
  return found;
};

const pick = ({ tier, category }: Rule) => ({ tier, category });

/** The words of a text with a space between, for what is asked about all of it. */
export const lineIn = (words: readonly Word[]): string =>
  words
    .slice(0, wordsAtMost)
    .map(({ text }) => text)
    .join(" ");

/** The words with a space between, and a full stop where a sentence ends. */
const lineOf = (
  text: string,
  words: readonly Word[],
): { readonly line: string; readonly starts: readonly number[] } => {
  const starts: number[] = [];
  let line = " ";
  let end = 0;
  for (const word of words) {
    if (end > 0 && /[.!?;\n]\s|\n/.test(text.slice(end, word.from))) line += ". ";
    // Figures are no words, and yet sentences have them.
    const figure = /\d+/.exec(text.slice(end, word.from));
    if (figure !== null) line += `${figure[0].slice(0, 6)} `;
    starts.push(line.length);
    line += `${word.text} `;
    end = word.to;
  }
  return { line, starts };
};

const denial =
  /\b(?:no|never|not|dont|doesnt|didnt|shouldnt|cannot|cant|isnt|arent|wouldnt|wont|nobody|noone|without|against|stop|stopped|condone|tolerate|oppose|nor|refused?|end to|ended|victims?|accused|prevent|fight|fought|protest|ban on|banned)(?! (?:met|seen|meet|heard|realise|realize|understand|see|help|wait|stop|get it|you|i|lie|know|we|one else|care))(?: (?!but|and|just)\w+){0,4} $/;
const asked = /\b(?:why|cant|should) (?:dont|not|shouldnt|cant|wont|doesnt) (?:\w+ ){0,5}$/;

const told =
  /(?<!\b(?:i|we|id|ill|and) )\b(?:say|says|saying|said|claim|claims|claiming|call|calls|calling|called|write|writes|wrote|writing|tell|tells|telling|told)(?: (?:that|how|things|like|stuff|me|him|her|us|them|people|all|my))* $/;

/** Whether what goes before a place in the line says that it is not so. */
const isDenied = (line: string, place: number): boolean => {
  const before = line.slice(Math.max(0, place - 60), place);
  return (denial.test(before) && !asked.test(before)) || told.test(before);
};

/** Which word a place in the line belongs to. */
const wordAt = (starts: readonly number[], place: number): number => {
  const next = starts.findIndex((start) => start > place);
  return next === -1 ? starts.length - 1 : Math.max(0, next - 1);
};
