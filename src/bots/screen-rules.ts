import { ciphersOf } from "./screen-ciphers.ts";
import { letters, plain, reversed, skeleton, unleet, unleetWords, wordsOf } from "./screen-fold.ts";

/** So many letters in a row of what a model was told are no chance. */
const run = 18;

const speaksOfRules: readonly RegExp[] = [
  /\b(?:system|developer|initial|hidden|secret|original|full|base|my|your|this|the above) ?(?:prompt|message|instruct\w*|directives?)\b/,
  /\b(?:instructions?|instruction|guidelines|anweisung\w*|instrucciones|instruzioni|istruzioni|instrucoes|consignes)\b/,
  /\b(?:my|these) (?:own )?(?:rules|orders|programming|persona|configuration)\b/,
  /\bas an? (?:ai )?(?:language model|llm|large language|assistant|chatbot|model)\b|\bas an ai i (?:can|cannot|cant|must|may|am|have)\b|\b(?:language|openai|ai) model\b|\bchatgpt\b|\b(?:im|i am|i was|ive been|i have been) (?:programmed|instructed|configured|told|prompted) (?:to|that|not)\b/,
  /\b(?:ignore|disregard|forget|override|bypass) (?:all |any |everything )?(?:the |your |my |of )*(?:previous|prior|above|earlier|before|rules?|instructions?)\b/,
  /\b(?:jailbr\w+|dan mode|developer mode|debug mode|system override|prompt injection|systemprompt\w*)\b/,
  /инструкци|систем\S* (?:промпт|сообщени)|指令|提示词|系统提示|プロンプト|시스템 ?프롬프트|تعليمات/,
];

/** A whole line that stands in it is none either. */
const shortest = 10;

type Told = { readonly all: string; readonly runs: ReadonlySet<string>; readonly marks: readonly string[] };
const known = new Map<string, Told>();

const toldBy = (systemText: string): Told => {
  const had = known.get(systemText);
  if (had !== undefined) return had;
  const all = letters(plain(systemText));
  const runs = new Set<string>();
  for (let at = 0; at + run <= all.length; at++) runs.add(all.slice(at, at + run));
  // Words in capitals with hyphens are marks that say where a text comes from.
  const marks = (systemText.match(/\b[A-Z]{3,}(?:-[A-Z0-9]{2,})+\b/g) ?? []).map((mark) => letters(plain(mark)));
  const told = { all, runs, marks: marks.map(skeleton) };
  // There are as many texts as personas.
  if (known.size >= 64) known.clear();
  known.set(systemText, told);
  return told;
};

/** Whether a line repeats what we told a model, forwards, backwards or in a child's code, or speaks of it. */
export const speaksOfSystem = (text: string, systemText: string): boolean => {
  const seen = plain(text);
  const clear = wordsOf(unleetWords(seen)).join(" ");
  if (speaksOfRules.some((words) => words.test(clear) || words.test(text.toLowerCase()))) return true;
  const { all, runs, marks } = toldBy(systemText);
  const direct = letters(seen);
  const wordsBack = wordsOf(seen).toReversed().join("");
  const lines = [direct, letters(unleet(seen)), reversed(direct), wordsBack, ...ciphersOf(direct)];
  return lines.some((line) => {
    if (line.length >= shortest && all.includes(line)) return true;
    for (let at = 0; at + run <= line.length; at++) if (runs.has(line.slice(at, at + run))) return true;
    const sound = skeleton(line);
    return marks.some((mark) => sound.includes(mark));
  });
};
