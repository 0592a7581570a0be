import { findForBots } from "./bot-words.ts";
import { choiceKey } from "./choice-key.ts";
import { fold, type Folded } from "./fold.ts";
import { findInName } from "./finding-names.ts";
import { mild, type Found } from "./finding.ts";
import { findListed } from "./languages.ts";
import { actionOf } from "./levels.ts";
import { findPhrases, lineIn, rulebookOf } from "./phrases.ts";
import { general } from "./phrases-general.ts";
import { hate } from "./phrases-hate.ts";
import { insults } from "./phrases-insult.ts";
import { sexual } from "./phrases-sexual.ts";
import { selfHarm, threats } from "./phrases-threat.ts";
import { findWords, type Finding } from "./search.ts";
import { isNarrative, isOfWork, isQuoted, isReproach } from "./softening.ts";
import type { Judging, Span, Verdict } from "./verdict.ts";
import { read, type Reading } from "./words.ts";

export { choiceKey } from "./choice-key.ts";
export { languagesKnown } from "./languages.ts";

const book = rulebookOf([...threats, ...selfHarm, ...hate, ...insults, ...sexual, ...general]);

const clean: Verdict = {
  action: "allow",
  tier: 0,
  category: "",
  rule: "",
  span: undefined,
  spans: [],
  view: "",
  score: 0,
};

/** What is to be done about a text: nothing, show it masked, or stop it. The same for all texts, whoever they are from. */
export const judge = (text: string, judging: Judging): Verdict => {
  const folded = fold(text);
  const reading = read(folded.text);
  const findings = [
    ...softened([...findWords(text, folded, reading), ...findPhrases(folded, reading.words, book)], folded, reading),
    ...(judging.purpose === "name" ? findInName(text) : []),
    ...(judging.purpose === "bot" ? findForBots(folded, reading) : []),
    ...findListed(text, judging.languages ?? []),
  ];
  return findings.length === 0 ? clean : verdictOf(text, findings, judging);
};

/** So many patterns take a few ms. */
const warmedAtOnce = 10;

/**
 * Makes ready what is otherwise made when it is first needed: compiling the rules takes some tenths of a second, which a
 * server had better spend before anybody talks. `rest` lets others have their turn in between.
 */
export const warm = async (rest: () => Promise<void>): Promise<void> => {
  // Node compiles a pattern when it is used, and once more, for speed, when it is used again.
  const patterns = [...book.rules, ...book.rules].map(({ pattern }) => pattern);
  for (const [at, pattern] of patterns.entries()) {
    pattern.test(" you ");
    if (at % warmedAtOnce === 0) await rest();
  }
};

/** What is told of others, or of oneself, is mild. */
const softened = (findings: readonly Finding[], folded: Folded, { words }: Reading): readonly Found[] => {
  if (!findings.some(({ tier }) => tier > 0)) return findings;
  const line = lineIn(words);
  const isAgainst = isReproach(line);
  const isAsked = isOfWork(line, folded.text);
  const isTold = findings.every(({ tier }) => tier < 2) && isNarrative(line);
  return findings.map((one) =>
    isAgainst || isTold || (isAsked && isQuotable(one)) || isQuoted(folded.text, one) ? { ...one, ...mild } : one,
  );
};

/** What a question of a quiz may have in it. */
const isQuotable = ({ tier, rule }: Finding): boolean => tier < 3 || rule.startsWith("phrase:");

const verdictOf = (text: string, findings: readonly Found[], judging: Judging): Verdict => {
  const key = choiceKey(text);
  if (judging.isExcepted?.(key) === true) return clean;
  const counted =
    judging.purpose !== "bot" && judging.isChoice?.(key) === true
      ? findings.filter(({ tier }) => tier === 3)
      : findings;
  const acted = counted.filter(({ tier }) => actionOf(tier, judging) !== "allow");
  const worst = (acted.length > 0 ? acted : counted).reduce<Found | undefined>(
    (most, one) =>
      most === undefined || one.tier > most.tier || (one.tier === most.tier && one.score > most.score) ? one : most,
    undefined,
  );
  if (worst === undefined) return clean;
  const { tier, category, rule, span, view, score } = worst;
  return {
    action: actionOf(tier, judging),
    tier,
    category,
    rule,
    span,
    spans: merged(acted.map((one) => one.span)),
    view,
    score,
  };
};

/** Spans in order, those that meet made one. */
const merged = (spans: readonly Span[]): readonly Span[] => {
  const out: Span[] = [];
  for (const span of spans.toSorted((one, other) => one.start - other.start)) {
    const last = out.at(-1);
    if (last !== undefined && span.start <= last.end)
      out[out.length - 1] = { start: last.start, end: Math.max(last.end, span.end) };
    else out.push(span);
  }
  return out;
};

/** A text with a sign for each character that a verdict says is to be masked. */
export const masked = (text: string, verdict: Verdict, mask = "*"): string => {
  let out = "";
  let at = 0;
  for (const { start, end } of verdict.spans) {
    out += text.slice(at, start) + mask.repeat(Array.from(text.slice(start, end)).length);
    at = end;
  }
  return out + text.slice(at);
};
