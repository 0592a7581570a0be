import { createHash } from "node:crypto";
import type { PlayerId } from "../core/ids.ts";
import type { Entry, NewEntry } from "./audit.ts";

/** What can be erased of an entry: by whose hand it was, and the words about somebody. */
const wordNames = ["actor_name", "why", "before", "after"] as const;
type WordName = (typeof wordNames)[number];

/**
 * An entry as it is kept. The digest is over the one before and the salted hashes of the words, so that it stays true
 * when words are erased; without its salt a hash tells nothing about a word that could be guessed.
 */
export type Kept = Readonly<Record<WordName, string | null>> & {
  readonly id: number;
  readonly at: number;
  readonly actor: string;
  readonly action: string;
  readonly target: string;
  readonly subject: string;
  readonly salts: Readonly<Record<string, string | null>>;
  readonly hashes: Readonly<Record<string, string>>;
  readonly digest: string;
};

const mostJson = 16_000;
const most = { actor: 100, action: 100, target: 300, subject: 100, actorName: 200, why: 2000 };

const hashOf = (text: string): string => createHash("sha256").update(text).digest("hex");

/** The entry behind `last`. `newSalt` gives a text that nobody guesses. */
export const sealed = (
  entry: NewEntry,
  at: number,
  last: Pick<Kept, "id" | "digest"> | undefined,
  newSalt: () => string,
): Kept => {
  const words = {
    actor_name: plain(entry.actorName, most.actorName),
    why: plain(entry.why, most.why),
    before: jsonOf(entry.before),
    after: jsonOf(entry.after),
  };
  const salts = Object.fromEntries(wordNames.map((name) => [name, newSalt()]));
  const facts = {
    id: (last?.id ?? 0) + 1,
    at,
    actor: plain(entry.actor, most.actor),
    action: plain(entry.action, most.action),
    target: plain(entry.target, most.target),
    subject: plain(entry.subject, most.subject),
    hashes: Object.fromEntries(wordNames.map((name) => [name, hashOf(`${salts[name]}${words[name]}`)])),
  };
  return { ...facts, ...words, salts, digest: digestOf(facts, last?.digest) };
};

/** Whether an entry is as it was written, behind the one before it. */
export const isTrue = (kept: Kept, last: Pick<Kept, "id" | "digest"> | undefined): boolean =>
  kept.id === (last?.id ?? 0) + 1 &&
  kept.digest === digestOf(kept, last?.digest) &&
  wordNames.every((name) => kept[name] === null || kept.hashes[name] === hashOf(`${kept.salts[name]}${kept[name]}`));

const digestOf = (
  { id, at, actor, action, target, subject, hashes }: Omit<Kept, WordName | "salts" | "digest">,
  before = "",
): string =>
  hashOf(JSON.stringify([before, id, at, actor, action, target, subject, ...wordNames.map((name) => hashes[name])]));

/** What goes with somebody: the words about them, and their name where they did it. */
export const erasedWords = { subject: ["why", "before", "after"], actor: ["actor_name"] } as const;

/** An entry as it is shown. */
export const entryOf = (kept: Kept): Entry => ({
  id: kept.id,
  at: kept.at,
  actor: kept.actor as PlayerId,
  actorName: kept.actor_name ?? "",
  action: kept.action,
  target: kept.target,
  subject: kept.subject as PlayerId | "",
  why: kept.why ?? "",
  before: JSON.parse(kept.before ?? "null") as unknown,
  after: JSON.parse(kept.after ?? "null") as unknown,
  digest: kept.digest,
  isErased: kept.why === null,
});

/** Text of a bounded length that every database takes as it is. */
const plain = (text: string, length: number): string => text.slice(0, length).replaceAll("\0", "").toWellFormed();

const jsonOf = (value: unknown): string => {
  const text = JSON.stringify(value ?? null);
  if (text.length <= mostJson) return text;
  // What is cut is no JSON any more: it is kept as text, whose quotation marks take twice the room.
  return JSON.stringify({ cut: plain(text, mostJson / 2) });
};
