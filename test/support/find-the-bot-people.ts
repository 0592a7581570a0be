import { around, waitOf } from "../../src/bots/moves/spread.ts";
import { type Random, shuffle } from "../../src/core/random.ts";
import type { VirtualTime } from "./virtual-time.ts";

/**
 * How people talk in a chat, as far as sizes and times go. The figures are of people, not of our bots: they type 35 to
 * 40 words a minute on a phone and about 50 on a keyboard, and differ by a third (Palin 2019, Dhakal 2018), read about
 * 240 words a minute (Brysbaert 2019), and casual lines have a median of five words, many of them one or two.
 */
export type Person = {
  /** ms for one letter. */
  readonly letterMs: number;
  /** Half of their lines have fewer letters. */
  readonly letters: number;
  /** How likely a line of somebody else is to be answered. */
  readonly answers: number;
  /** How likely a line of their own is to be followed by another at once. */
  readonly bursts: number;
  /** After so long without a word they say something of themselves, on average; in ms. */
  readonly restlessMs: number;
  /** How long they think, half of the time; in ms. */
  readonly thinkMs: number;
  readonly smiles: number;
};

const between = (random: Random, least: number, most: number): number => least + (most - least) * random();

/** Those who play together are alike: how much, how long and how fast they write here, times the usual. */
export type Room = { readonly lines: number; readonly letters: number; readonly speed: number };

export const roomOf = (random: Random): Room => ({
  lines: around(random, 1, 0.3),
  letters: around(random, 1, 0.25),
  speed: around(random, 1, 0.15),
});

export const personOf = (random: Random, room: Room): Person => {
  const wordsAMinute = Math.min(80, Math.max(18, around(random, random() < 0.6 ? 37 : 48, 0.3) * room.speed));
  return {
    letterMs: 60_000 / (5 * wordsAMinute),
    letters: around(random, 22, 0.35) * room.letters,
    answers: between(random, 0.08, 0.5),
    bursts: between(random, 0.02, 0.35),
    restlessMs: around(random, 15_000, 0.5) / room.lines,
    thinkMs: around(random, 1900, 0.35),
    smiles: random() < 0.25 ? 0.2 : 0.02,
  };
};

type Name = { readonly id: string; readonly name: string };

export type Talk = {
  readonly time: VirtualTime;
  readonly random: Random;
  /** The names they write under, and those of others. */
  readonly own: readonly Name[];
  readonly others: readonly Name[];
  readonly promptLetters: number;
  /** Writes a line under a name; false when it was not taken. */
  readonly send: (alias: string, text: string) => boolean;
};

/** One person in the talk of one round. */
export class Talker {
  readonly #person: Person;
  readonly #talk: Talk;
  /** From 0, for who has gone to fetch tea, to above 1. */
  readonly #mood: number;
  readonly #favourite: number;
  #last: Name;
  #unread: number;
  #named: Name | undefined;
  #busy = true;
  #next = (): void => {};

  constructor(person: Person, talk: Talk) {
    const { random, own } = talk;
    this.#person = person;
    this.#talk = talk;
    const chance = random();
    this.#mood = chance < 0.05 ? 0 : chance < 0.17 ? 0.3 : between(random, 0.6, 1.3);
    this.#favourite = random() < 0.15 ? 1 : between(random, 0.5, 0.8);
    const mixed = shuffle(own, random);
    this.#talk = { ...talk, own: mixed };
    this.#last = mixed[0] as Name;
    this.#unread = talk.promptLetters;
    if (this.#mood > 0) this.#begin();
  }

  /** Reads a line of somebody else. */
  hear(text: string): void {
    this.#unread += text.length;
    const { own, random } = this.#talk;
    const plain = text.toLowerCase();
    const named = own.find(({ name }) => plain.includes(name.toLowerCase()));
    if (named !== undefined) this.#named = named;
    if (this.#busy || this.#mood === 0) return;
    const asked = text.endsWith("?") ? 2 : 1;
    const chance = named === undefined ? this.#person.answers * asked * this.#mood : 0.75;
    if (random() < chance) this.#compose(false);
  }

  /** Is not there any more. */
  stop(): void {
    this.#next();
    this.#busy = true;
  }

  resume(): void {
    if (this.#mood > 0) this.#rest();
  }

  #in(ms: number, run: () => void): void {
    this.#next();
    this.#next = this.#talk.time.wait(run, ms);
  }

  /** Most answer the prompt, some wait for what others say. */
  #begin(): void {
    const { random } = this.#talk;
    if (random() < 0.2) return this.#rest();
    this.#in(1000 + around(random, 3500, 0.7), () => this.#compose(false));
  }

  #rest(): void {
    this.#busy = false;
    const wait = waitOf(this.#talk.random, this.#person.restlessMs / Math.max(0.2, this.#mood));
    this.#in(wait, () => this.#compose(false));
  }

  #compose(again: boolean): void {
    this.#busy = true;
    const { random } = this.#talk;
    const { letterMs, letters, thinkMs } = this.#person;
    const reading = 300 + Math.min(6000, 50 * this.#unread);
    this.#unread = 0;
    const thinking = around(random, thinkMs * (again ? 0.4 : 1), 0.7);
    const isShort = random() < 0.18;
    const length = Math.round(
      Math.min(150, Math.max(2, isShort ? between(random, 2, 9) : around(random, letters, 0.55))),
    );
    const mended = random() < 0.15 ? between(random, 1.1, 1.6) : 1;
    const typing = length * letterMs * around(random, 1, 0.2) * mended;
    const hesitating = random() < 0.25 ? waitOf(random, 1800) : 0;
    const alias = this.#alias();
    this.#in((again ? 0 : reading) + thinking + typing + hesitating, () => this.#send(alias, this.#text(length)));
  }

  /** Who has two names mostly goes on with the same, or answers by the one that was meant. */
  #alias(): Name {
    const { random, own } = this.#talk;
    const named = this.#named;
    this.#named = undefined;
    if (named !== undefined && random() < 0.8) return named;
    if (random() < 0.5) return this.#last;
    return (random() < this.#favourite ? own[0] : own.at(-1)) as Name;
  }

  #send(alias: Name, text: string): void {
    const { random, send } = this.#talk;
    // Some think better of it.
    if (random() < 0.05) return this.#rest();
    this.#last = alias;
    if (!send(alias.id, text)) return this.#in(between(random, 1500, 5000), () => this.#send(alias, text));
    if (random() < this.#person.bursts) this.#compose(true);
    else this.#rest();
  }

  /** Words of no meaning, as long as people's are, with now and then a name, a question or a smile. */
  #text(length: number): string {
    const { random, others } = this.#talk;
    const words: string[] = [];
    if (length > 12 && random() < 0.12 && others.length > 0) {
      words.push((others[Math.floor(random() * others.length)] as Name).name.toLowerCase());
    }
    for (let size = words.join(" ").length; size < length; size = words.join(" ").length) {
      const letters = Math.max(1, Math.min(length - size, Math.round(1 + waitOf(random, 3.4))));
      words.push(Array.from({ length: letters }, () => "etaoinshrdlu"[Math.floor(random() * 12)]).join(""));
    }
    const text = words.join(" ").slice(0, length);
    const ended = random() < 0.12 ? `${text}?` : text;
    return random() < this.#person.smiles ? `${ended} 😂` : ended;
  }
}
