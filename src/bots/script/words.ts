import { folded, singular } from "../../questions/text.ts";

/** What somebody wrote, ready for patterns: folded, with "don't" as "dont" and "sooo" as "so". */
export const plain = (text: string): string =>
  folded(text.slice(0, 500).replaceAll(/['’`´]/gu, "")).replaceAll(/(\p{L})\1{2,}/gu, "$1");

/** A name or topic as a bot may say it: letters, digits, spaces; nothing that is a link, a call or a command. */
export const sayable = (text: string, most: number): string => {
  const tidy = text
    .slice(0, 200)
    .normalize("NFKC")
    .replaceAll(/[^\p{L}\p{M}\p{N}'’-]+/gu, " ")
    .trim();
  if (tidy.length <= most) return tidy;
  const cut = tidy.slice(0, most + 1);
  return cut.includes(" ") ? cut.slice(0, cut.lastIndexOf(" ")) : cut.slice(0, most).replace(/[\ud800-\udbff]$/u, "");
};

const setOf = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/));

const before = setOf("a an the my our your his her their its this that some any every another no one about of with");

const describing = setOf(
  `big small little tiny huge old new young red blue green black white grey gray golden silver brown pink purple yellow
  strange odd weird funny good bad best worst great nice long short tall wide deep dark bright quiet loud cold warm hot
  wet dry first second third last next other same only own whole real true false brave sad happy lonely angry lazy
  wooden broken hidden secret lost ancient magic magical giant favourite favorite very really most more much many few
  fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth hundredth
  two three four five six seven eight nine ten eleven twelve hundred thousand several half single bigger smaller
  soft hard heavy light slow fast quick poor rich sweet
  beautiful pretty ugly clever wise silly crazy shiny dusty empty full open closed free busy cool awesome amazing cute mean tired early late final
  different close certain right wrong easy difficult late simple perfect entire dear lovely mysterious kind enormous`,
);

/** Words that name nothing. */
const empty = setOf(
  `a an the and or but if so as at by for from in into on onto of off to with without about over under up down out then
  than that this these those there here when where why how what who which while because until since after before again
  i you he she it we they me him her us them my your his its our their mine yours myself yourself himself herself
  is am are was were be been being do does did done have has had having can could will would shall should may might must
  not no yes yeah yep nope ok okay well just too also even still ever never always often now today tomorrow yesterday
  all any some every each both one ones none nothing something anything everything somebody anybody everybody nobody
  someone anyone everyone lot lots bit kind sort way thing things stuff time times day
  go goes went gone come comes came get gets got make makes made take takes took say says said see sees saw know knows
  knew think thinks thought want wants like likes love loves hate hates look looks let lets put tell tells told find
  found give gave keep kept sang swam rode wrote spoke broke drove ate drank slept woke held brought bought caught
  taught fought built sent spent met paid shook rose grew drew blew threw hid led lit stole wore tore won cut hit shut
  meant dreamt crept leapt swept wept sold began begin left felt heard ran run runs fell fall flew fly sat sit stood stand lay
  wow omg whatever maybe brb back sec guess anyway joke game games bot bots congrats asdf life
  mind name names word words work home fun part people person guy guys rest end start side idea problem question answer
  im youre hes shes theyre ive youve dont doesnt didnt isnt arent wasnt cant couldnt wont wouldnt thats whats lets
  hello hi hey thanks thank please sorry suddenly once upon maybe perhaps haha lol
  behind above below under beneath inside outside between near beyond after before during around through across along
  somewhere anywhere everywhere nowhere elsewhere whenever wherever whether whoever whichever meanwhile quite rather
  upstairs downstairs indoors outdoors ahead alas instead
  against among beside besides except despite inside into onto over past since toward towards until within without`,
);

const nouns = setOf("king ring thing wing evening morning building painting string spring wedding bed seed reed sled");

const isDescribing = (word: string): boolean =>
  describing.has(word) ||
  (!nouns.has(word) && word.length > 4 && /(?:ing|ed|ful|less|ous|ish|est|ly)$/.test(word) && !word.endsWith("eed"));

/** "grumpy" of "a grumpy pirate", but not "city" of "the city fell". */
const qualifies = (word: string, next: string): boolean =>
  isDescribing(word) || (word.endsWith("y") && (isNoun(next) || isDescribing(next)));

const isNoun = (word: string): boolean => /^\p{L}{3,16}$/u.test(word) && !empty.has(word) && !isDescribing(word);

/** What a text is about, as far as its articles tell: the words after "the", "my", "about"… that are no adjectives. */
export const nounsOf = (text: string): readonly string[] => {
  const found: string[] = [];
  for (const clause of text.slice(0, 500).split(/[^\p{L}\p{M}\p{N}\s'’-]+/u)) {
    const words = clause.split(/\s+/).filter((word) => word !== "");
    for (const [at, word] of words.entries()) {
      if (!before.has(word.toLowerCase())) continue;
      let next = at + 1;
      while (qualifies((words[next] ?? "").toLowerCase(), (words[next + 1] ?? "").toLowerCase())) next++;
      const noun = words[next] ?? "";
      if (isNoun(noun.toLowerCase()) && !isName(noun)) found.push(noun.toLowerCase());
    }
  }
  return [...new Set(found)];
};

const isName = (word: string): boolean => /^\p{Lu}\p{Ll}{1,15}$/u.test(word) && !empty.has(word.toLowerCase());

/** Names in a text: words with a capital that does not come from the start of a sentence. */
export const namesOf = (text: string): readonly string[] => {
  const found: string[] = [];
  for (const sentence of text.slice(0, 500).split(/[.!?…:"“”]+/u)) {
    const words = sentence.split(/[^\p{L}\p{M}'’-]+/u).filter((word) => word !== "");
    for (const [at, word] of words.entries()) {
      const bare = word.replace(/['’]s$/u, "");
      const acts = /(?:ed|s)$/.test(words[at + 1] ?? "") || empty.has((words[at + 1] ?? "the").toLowerCase());
      if (isName(bare) && (at > 0 || (acts && !isDescribing(bare.toLowerCase())))) found.push(bare);
    }
  }
  return [...new Set(found)];
};

/** Words that go before what somebody likes, does or knows. */
const doing = setOf(
  "love loves loved like likes liked hate enjoy play playing played watch watching study eat into at in",
);

/** "cakes" for "a cake": that can be spoken of with no article. */
const plural = (thing: string): string => {
  if (/[^aeiou]y$/.test(thing)) return `${thing.slice(0, -1)}ies`;
  return /(?:s|x|ch|sh)$/.test(thing) ? `${thing}es` : `${thing}s`;
};

const owners = setOf("my our your his her their its");

/** What a remark is about, in one or two words worth taking up; "" for nothing. */
export const topicOf = (text: string): string => {
  for (const clause of text
    .slice(0, 500)
    .toLowerCase()
    .split(/[^\p{L}\p{M}\p{N}\s'’-]+/u)) {
    const words = clause.split(/\s+/).filter((word) => word !== "");
    for (const [at, word] of words.entries()) {
      if (!before.has(word) && !doing.has(word)) continue;
      let next = at + 1;
      while (before.has(words[next] ?? "") || qualifies(words[next] ?? "", words[next + 1] ?? "")) next++;
      const [noun = "", second = ""] = words.slice(next);
      if (!isNoun(noun) || owners.has(words[next - 1] ?? "") || owners.has(word)) continue;
      const article = words[next - 1] ?? "";
      const thing = isNoun(second) && next + 2 === words.length ? `${noun} ${second}` : noun;
      return article === "the" ? `the ${thing}` : /^an?$/.test(article) ? plural(thing) : thing;
    }
  }
  const words = plain(text).split(" ");
  return words.length <= 2 ? (words.find(isNoun) ?? "") : "";
};

/** "your cat" when somebody speaks of "my cat"; "" when not. */
export const yoursOf = (text: string): string => {
  const [, whose = ""] = /\b(?:my|our)\s+(\p{L}+)/u.exec(text.toLowerCase()) ?? [];
  return isNoun(whose) ? `your ${whose}` : "";
};

/** The name that somebody says somebody has; "" for none. */
export const introducedIn = (text: string): string =>
  /\b(?:name is|name's|names|named|called|call (?:him|her|it|me))\s+(\p{Lu}\p{L}{1,15})\b/u.exec(text)?.[1] ?? "";

/** "a nurse" of "I'm a nurse"; "" when nothing of the kind is said. */
export const tradeIn = (text: string): string => {
  const [, article = "", trade = ""] =
    /\bi(?:['’]?m| am| work as) (an?) (\p{L}{3,16})(?=$|[^\p{L}\s]| (?:in|at|by|for|from|and|now|here|too)\b)/u.exec(
      text.slice(0, 500).toLowerCase(),
    ) ?? [];
  return isNoun(trade) ? `${article} ${trade}` : "";
};

export const isPlural = (word: string): boolean => singular(word) !== word;

/** With a capital at the start. */
export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
