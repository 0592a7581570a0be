import { parse } from "csv-parse/sync";
import { decodeHTML } from "entities";
import { z } from "zod";
import type { Row } from "../src/moderation/learned/rows.ts";

/** A collection of labelled lines, as its makers publish it. */
export type Corpus = {
  /** The file's name in the operator's folder; README.md says where it is had. */
  readonly file: string;
  /** Only corpora with a licence that allows it are learned from; the others only measure. */
  readonly use: "train" | "test";
  readonly read: (text: string) => readonly Row[];
};

type Cells = Readonly<Record<string, string>>;

const cellsOf = (text: string, options: object = {}): readonly Cells[] =>
  parse(text, { columns: true, bom: true, relaxQuotes: true, skipEmptyLines: true, ...options });

/** What a corpus put in place of names and links, and the marks of its source: a line in a lobby has none of them. */
const bare = (text: string): string =>
  decodeHTML(text)
    .replace(/\[(?:USER|NAME)\]|@\w+/g, "@user")
    .replace(/\[(?:URL|RELIGION|SEPA)\]|https?:\/\/\S*/g, " ")
    .replace(/^\W*RT\b/, " ")
    .replace(/\bRT @user:?/g, " ")
    .replace(/^[\s!":.]+|\s*["']+$/g, "");

const row = (text: string | undefined, isAbuse: boolean, weight = 1): Row => ({
  text: bare(text ?? ""),
  label: isAbuse ? 1 : 0,
  weight,
});

/** Class 0 is hate speech, 1 "offensive", which is in large part only slang and dialect, and so counts for less. */
const davidson = (text: string): readonly Row[] =>
  cellsOf(text).map(({ class: kind, tweet }) => row(tweet, kind !== "2", kind === "1" ? 0.2 : 1));

/** Hate by emoji, made to be missed: few lobbies see it, so all of it counts for half. */
const hatemoji = (text: string): readonly Row[] =>
  cellsOf(text).map(({ text: line, label_gold: label }) => row(line, label === "1", 0.5));

/** What is not sexist may still be abuse of another kind, so it says little about what is harmless. */
const edos = (text: string): readonly Row[] =>
  cellsOf(text).map(({ text: line, label_sexist: label }) =>
    row(line, label === "sexist", label === "sexist" ? 0.3 : 0.1),
  );

const gentle = new Set([0, 1, 4, 5, 6, 7, 8, 13, 15, 17, 18, 20, 21, 22, 23, 26]);
const anger = 2;
const neutral = 27;

/** Its labels are feelings: anger is often abuse, kind feelings never are, and "neutral" is anything. */
const goEmotions = (text: string): readonly Row[] =>
  text.split("\n").flatMap((line) => {
    const [comment = "", named = ""] = line.split("\t");
    const feelings = named.split(",").map(Number);
    if (comment === "" || named === "") return [];
    if (feelings.every((one) => one === anger)) return [row(comment, true, 0.5)];
    if (feelings.every((one) => one === neutral)) return [row(comment, false, 0.2)];
    return feelings.every((one) => gentle.has(one)) ? [row(comment, false)] : [];
  });

/**
 * Comments in which people marked what is toxic, character by character: the comment is a row, each of its sentences
 * is one, harmless where nothing is marked, and each marked run is one, as lines of a chat are short.
 */
const toxicSpans = (text: string): readonly Row[] =>
  cellsOf(text).flatMap(({ spans = "[]", text: comment = "" }) => {
    const marked = new Set(z.array(z.int()).parse(JSON.parse(spans)));
    if (marked.size === 0) return [];
    // The makers count characters, not UTF-16 code units.
    const characters = Array.from(comment, (character, i) => ({ character, isMarked: marked.has(i) }));
    const runs = characters
      .map(({ character, isMarked }) => (isMarked ? character : "\n"))
      .join("")
      .split(/\n+/);
    return [
      row(comment, true, 0.5),
      ...sentencesOf(characters).map(({ sentence, isMarked }) => row(sentence, isMarked, isMarked ? 1 : 0.5)),
      ...runs.filter((run) => run !== "").map((run) => row(run, true, 0.3)),
    ];
  });

type Marked = { readonly character: string; readonly isMarked: boolean };

const sentencesOf = (characters: readonly Marked[]): readonly { sentence: string; isMarked: boolean }[] => {
  const sentences: { sentence: string; isMarked: boolean }[] = [];
  let [sentence, isMarked] = ["", false];
  for (const [i, one] of characters.entries()) {
    sentence += one.character;
    isMarked ||= one.isMarked;
    const ends = /[.!?\n]/.test(one.character) && !/[.!?\n]/.test(characters[i + 1]?.character ?? "");
    if (!ends && i + 1 < characters.length) continue;
    if (sentence.trim().length > 2) sentences.push({ sentence, isMarked });
    [sentence, isMarked] = ["", false];
  }
  return sentences;
};

/** The makers give the share of people who found a comment toxic. */
const wikipediaTalk = (text: string): readonly Row[] =>
  cellsOf(text).map(({ text: comment, label }) => row(comment, Number(label) >= 0.5));

const wikipedia = (text: string): readonly Row[] =>
  cellsOf(text).map(({ comment, toxic }) => row(comment, toxic === "True"));

/** Sentences by rule that say good and bad things of every kind of people: one in forty of seventy thousand. */
const templates = (text: string): readonly Row[] =>
  cellsOf(text)
    .filter((_, i) => i % 40 === 0)
    .map(({ phrase, toxicity }) => row(phrase, toxicity === "toxic", 0.5));

/** One sample a line, marked by category; those for hate and harassment are what a lobby calls abuse. */
const openai = (text: string): readonly Row[] =>
  text
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => sample.parse(JSON.parse(line)))
    .map(({ prompt, H = 0, H2 = 0, HR = 0 }) => row(prompt, H + H2 + HR > 0));

const sample = z.object({
  prompt: z.string(),
  H: z.number().optional(),
  H2: z.number().optional(),
  HR: z.number().optional(),
});

const surge = (text: string): readonly Row[] =>
  cellsOf(text).map(({ text: line, is_toxic: label }) => row(line, label === "Toxic"));

/** All of it, or what tests one thing: what a model that only knows words takes for hate. */
const hateCheck =
  (...tested: readonly string[]) =>
  (text: string): readonly Row[] =>
    cellsOf(text)
      .filter(({ functionality = "" }) => tested.length === 0 || tested.includes(functionality))
      .map(({ test_case: line, label_gold: label }) => row(line, label === "hateful"));

const gameTox = (text: string): readonly Row[] =>
  cellsOf(text)
    .filter(({ label = "" }) => label !== "")
    .map(({ message, label }) => row(message, Number(label) > 0));

/** E is explicit and I implicit abuse; A is about the game, O anything else. */
const conda = (text: string): readonly Row[] =>
  cellsOf(text).map(({ utterance, intentClass }) => row(utterance, intentClass === "E" || intentClass === "I"));

export const corpora: Readonly<Record<string, Corpus>> = {
  davidson: { file: "davidson.csv", use: "train", read: davidson },
  hatemoji: { file: "hatemoji.csv", use: "train", read: hatemoji },
  edos: { file: "edos.csv", use: "train", read: edos },
  goemotions: { file: "goemotions.tsv", use: "train", read: goEmotions },
  wikipedia: { file: "wikipedia.csv", use: "train", read: wikipedia },
  toxicspans: { file: "toxicspans.csv", use: "train", read: toxicSpans },
  "wikipedia-talk": { file: "wikipedia-talk.csv", use: "train", read: wikipediaTalk },
  templates: { file: "templates.csv", use: "train", read: templates },
  surge: { file: "surge.csv", use: "test", read: surge },
  openai: { file: "openai.jsonl", use: "test", read: openai },
  hatecheck: { file: "hatecheck.csv", use: "test", read: hateCheck() },
  "hatecheck: groups named kindly": {
    file: "hatecheck.csv",
    use: "test",
    read: hateCheck("ident_neutral_nh", "ident_pos_nh"),
  },
  "hatecheck: slurs reclaimed": { file: "hatecheck.csv", use: "test", read: hateCheck("slur_reclaimed_nh") },
  "hatecheck: hate quoted against": {
    file: "hatecheck.csv",
    use: "test",
    read: hateCheck("counter_quote_nh", "counter_ref_nh"),
  },
  "hatecheck: abuse of things": { file: "hatecheck.csv", use: "test", read: hateCheck("target_obj_nh") },
  "hatecheck: harmless swearing": { file: "hatecheck.csv", use: "test", read: hateCheck("profanity_nh") },
  gametox: { file: "gametox.csv", use: "test", read: gameTox },
  conda: { file: "conda.csv", use: "test", read: conda },
};
