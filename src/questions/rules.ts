import { answerKey } from "./duplicates.ts";
import { partlyLabelled, unlabelled } from "./labels.ts";
import { folded } from "./text.ts";
import { hasUnseen, oneLine } from "./unseen.ts";

/** A question before it has an id and an order of choices. */
export type Draft = {
  readonly prompt: string;
  readonly correct: string;
  readonly wrong: readonly string[];
  readonly explanation: string;
};

const limits = { prompt: 300, choice: 100, explanation: 300 } as const;

/** Line breaks, odd spaces, parted accents, and labels that every choice has: put right, as that needs no judgement. */
export const tidied = ({ prompt, correct, wrong, explanation }: Draft): Draft => {
  const [right = "", ...others] = unlabelled([correct, ...wrong].map(oneLine));
  return {
    prompt: oneLine(prompt).replace(/^(?:(?:Q|Question) ?\d*[:.)]|\d{1,2}[.)]) /u, ""),
    correct: right,
    wrong: others,
    explanation: oneLine(explanation),
  };
};

const textsOf = ({ prompt, correct, wrong, explanation }: Draft) => [prompt, correct, ...wrong, explanation];
const choicesOf = ({ correct, wrong }: Draft) => [correct, ...wrong];

/** It ends with "?" or ":", perhaps within quotes or brackets, or it has a blank to be filled. */
const asks = /[?？؟:：]["'”’»)\]]*$|(?:…|\.{3})["'”’]*$|_{2,}/u;
const markup = /<\/?[a-z!][^>]*>|&(?:[a-z]{2,10}|#x?[\da-f]{1,6});|\*\*|```|\]\(/iu;
const link = /https?:|www\.|\b[\w-]+\.(?:com|org|io|gg|xyz|ru|info)\b|(?<!\S)@\w{2,}|\S@\w+\.\w/iu;
const catchAll =
  /^(?:all|none|neither|any|both|each|some)\b.*\b(?:above|below|these|those|them|options|choices|answers|two)\b|^(?:all|both|neither|both\b.* and\b.*)$|^(?:only )?\(?[a-d]\)?(?:,? (?:and|or|&) |, ?)\(?[a-d]\)?\b|^i don['’]?t know$/iu;
/** That stand for a choice instead of being one. */
const keyForm = /^(?:(?:the )?(?:option|choice|answer)(?: is)?:? )?[(["']?[a-f\d][)\]."']*$/iu;
/** Asks for one of a list that nobody needs to see, as there is one answer with or without it. */
const needlessList =
  /\bwhich of (?:the following|these)\b(?:[?:]|.*\b(?:refers? to|(?:is|was|are|were) (?:called|named|known as|the)|does the term|wrote|painted|composed|directed|invented|discovered|founded)\b)/iu;
/** What makes a list necessary: a denial or a comparison. */
const needsList = /\b(?:not|never|except|only|most|more|least|less|true|false|wrong|correct|\p{L}+(?:n['’]?t|est))\b/iu;
/** True today at best. */
const dated =
  /\b(?:currently|as of|to date|presently|nowadays|these days|right now|so far(?=[?,]| this)|(?<!\b(?:in|during) )this year|(?:last|next) (?:year|month|season)|recently|most recent|latest|upcoming|current (?:world|president|prime|king|queen|monarch|champion|ceo|holder|record|population|leader|head|captain|manager|coach|mayor|governor|chancellor|pope|owner|host))\b/iu;
const refersToOrder =
  /\b(?:[Oo]ption|[Cc]hoice) \(?[A-D1-4]\)?(?![\w'’])|\b[Aa]nswer (?:is )?\(?[A-D]\)?(?![\w'’])|\b(?:first|second|third|fourth|last) (?:option|choice)\b(?! of| for| when)/u;

const holds = (prompt: string, answer: string): boolean => {
  const text = folded(answer).replace(/^(?:the|an?) /u, "");
  // Scripts without spaces between words.
  if (/[\p{Script=Han}\p{Script=Hira}\p{Script=Kana}\p{Script=Thai}]{2}/u.test(answer)) return prompt.includes(answer);
  return text.length >= 4 && ` ${folded(prompt)} `.includes(` ${text} `);
};

const marks = /\((?:correct|right|true|answer)\)|[✓✔✅☑←]|^[*>]|\*$|<-/iu;
const inCapitals = (text: string): boolean => /\p{Lu}{3}.* .*\p{Lu}{3}/u.test(text) && !/\p{Ll}/u.test(text);

/** So much longer or shorter than every other one that its length tells; a few letters tell nothing. */
const standsOut = ({ correct, wrong }: Draft): boolean => {
  const right = correct.length;
  const longest = Math.max(...wrong.map(({ length }) => length));
  const shortest = Math.min(...wrong.map(({ length }) => length));
  return (right > 1.6 * longest && right - longest > 4) || (shortest > 1.6 * right && shortest - right > 4);
};

type Rule = (draft: Draft) => boolean;

/** What each code means: a draft for which its rule is true is refused. */
const rules = {
  prompt_length: ({ prompt }) => prompt.length > limits.prompt,
  choice_length: (draft) => choicesOf(draft).some(({ length }) => length > limits.choice),
  explanation_length: ({ explanation }) => explanation.length > limits.explanation,
  not_a_question: ({ prompt }) => !asks.test(prompt),
  invisible: (draft) => textsOf(draft).some(hasUnseen),
  markup: (draft) => textsOf(draft).some((text) => markup.test(text)),
  link: (draft) => textsOf(draft).some((text) => link.test(text)),
  empty_choice: (draft) => choicesOf(draft).some((choice) => !/[\p{L}\p{N}\p{S}]/u.test(choice)),
  same_choices: (draft) => new Set(choicesOf(draft).map(answerKey)).size <= draft.wrong.length,
  letter_labels: (draft) => partlyLabelled(choicesOf(draft)),
  // A bare number is an answer among numbers, a bare letter among letters.
  key_form: ({ correct, wrong }) =>
    [correct, ...wrong].map(folded).toSorted().join("") === "abcd" ||
    (keyForm.test(correct) &&
      !wrong.some((choice) => choice.length <= correct.length + 2 && !/\p{L}{3}/u.test(choice))),
  catch_all: (draft) => choicesOf(draft).some((choice) => catchAll.test(choice)),
  needless_list: ({ prompt }) => needlessList.test(prompt) && !needsList.test(prompt),
  dated: ({ prompt }) => dated.test(prompt),
  answer_in_question: ({ prompt, correct, wrong }) =>
    holds(prompt, correct) && !wrong.every((choice) => holds(prompt, choice)),
  marked_answer: (draft) =>
    choicesOf(draft).some((choice) => marks.test(choice)) ||
    (inCapitals(draft.correct) && !draft.wrong.some(inCapitals)),
  length_giveaway: standsOut,
  refers_to_order: ({ prompt, explanation }) => refersToOrder.test(prompt) || refersToOrder.test(explanation),
} satisfies Record<string, Rule>;

/** Why a draft is refused; `unfit` is the verdict of whoever moderates. */
export type RuleCode = keyof typeof rules | "unfit";

/** Everything that is wrong with a tidied draft. `isFit` is asked about each of its texts. */
export const draftFaults = (draft: Draft, isFit: (text: string) => boolean): readonly RuleCode[] => {
  const broken = Object.entries(rules).filter(([, breaks]) => breaks(draft));
  const codes = broken.map(([code]) => code as RuleCode);
  return textsOf(draft).every(isFit) ? codes : [...codes, "unfit"];
};
