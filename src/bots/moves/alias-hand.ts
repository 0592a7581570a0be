import { seededRandom } from "../../core/random.ts";
import { type Manner, mannerOf } from "./alias-manner.ts";
import { roomOf } from "./alias-room.ts";
import { type AliasScene, isNamed } from "./alias-scene.ts";
import type { Situation } from "./move.ts";
import { around, waitOf } from "./spread.ts";

/** What somebody does in a round, under all their names: they write one line at a time. Times are what is left then. */
export type Hand = {
  readonly manner: Manner;
  /** How long the talk lasts. */
  readonly talkMs: number;
  /** So many lines have been noticed, and so many letters were not read yet. */
  heard: number;
  unread: number;
  /** The alias they mean to write under, or do. */
  intent: { readonly alias: string; readonly again: boolean } | undefined;
  isWriting: boolean;
  last: string;
  /** When they will say something of themselves. */
  restUntil: number;
};

const readMs = 50;
const longestReadMs = 6000;
const beginsLater = 0.2;
const namedAnswers = 0.75;
const leastMood = 0.6;

/** The hand of this bot in this round. */
export const handOf = (situation: Situation, scene: AliasScene, own: readonly string[]): Hand => {
  const { me, state, memory, random, leftMs } = situation;
  const key = `alias ${state.game.number}`;
  const known = memory?.get(key) as Hand | undefined;
  if (known !== undefined) return known;
  const drawn = mannerOf(seededRandom(`${me}/${state.game.id}/${state.game.number}`));
  const people = [...state.players.values()].filter(({ kind }) => kind !== "bot").length;
  // Who is alone with bots knows it, and wants company.
  const manner = people < 2 ? { ...drawn, mood: Math.max(leastMood, drawn.mood) } : drawn;
  const hand: Hand = {
    manner,
    talkMs: leftMs,
    heard: scene.lines.length,
    unread: scene.prompt.text.length,
    intent: undefined,
    isWriting: false,
    last: own[0] ?? "",
    restUntil: 0,
  };
  if (manner.mood > 0 && random() < beginsLater) rest(hand, scene, own, situation);
  else hand.restUntil = leftMs - 900 - around(random, 3500, 0.7);
  memory?.set(key, hand);
  return hand;
};

/** They look up from their line, and think of another one, or of none. What was said meanwhile they read later. */
export const finish = (hand: Hand, scene: AliasScene, own: readonly string[], situation: Situation): void => {
  const alias = hand.intent?.alias ?? hand.last;
  Object.assign(hand, { isWriting: false, last: alias, intent: undefined });
  see(hand, scene, own);
  if (situation.random() < hand.manner.adds) hand.intent = { alias, again: true };
  else rest(hand, scene, own, situation);
};

/** The lines of others that have not been seen before. */
const see = (hand: Hand, { lines }: AliasScene, own: readonly string[]): AliasScene["lines"] => {
  const fresh = lines.slice(hand.heard).filter(({ alias }) => !own.includes(alias));
  hand.heard = lines.length;
  hand.unread += fresh.reduce((sum, { text }) => sum + text.length, 0);
  return fresh;
};

/** Says nothing for a while, and not as long where much is said. */
const rest = (hand: Hand, scene: AliasScene, own: readonly string[], situation: Situation): void => {
  const { silentMs, mood } = hand.manner;
  const { lines } = roomOf(situation, scene, own, hand.talkMs);
  hand.restUntil = situation.leftMs - waitOf(situation.random, silentMs / Math.max(0.2, mood) / lines);
};

/** Notices what has been said, and may come to mean to write. */
export const notice = (hand: Hand, scene: AliasScene, own: readonly string[], { random, leftMs }: Situation): void => {
  const fresh = see(hand, scene, own);
  if (hand.isWriting || hand.intent !== undefined || hand.manner.mood === 0) return;
  for (const { text } of fresh) {
    const named = scene.aliases.find(({ id, name }) => own.includes(id) && isNamed(text, name))?.id;
    const chance = hand.manner.answers * hand.manner.mood * (text.endsWith("?") ? 2 : 1);
    if (random() >= (named === undefined ? chance : namedAnswers)) continue;
    hand.intent = { alias: named ?? nameFor(hand, own, random), again: false };
    return;
  }
  if (leftMs <= hand.restUntil) hand.intent = { alias: nameFor(hand, own, random), again: false };
};

/** Who has two names mostly goes on under the same. */
const nameFor = (hand: Hand, own: readonly string[], random: Situation["random"]): string => {
  if (random() < 0.5) return hand.last;
  return (random() < hand.manner.first ? own[0] : own.at(-1)) ?? hand.last;
};

/** How many letters the next line should have. */
export const lettersFor = (hand: Hand, scene: AliasScene, own: readonly string[], situation: Situation): number => {
  const { random } = situation;
  if (random() < 0.18) return 2 + 7 * random();
  const { letters } = roomOf(situation, scene, own, hand.talkMs);
  return Math.min(150, Math.max(2, around(random, hand.manner.letters * letters, 0.55)));
};

/** How long they take over a line: reading what was said, thinking, typing, mending and hesitating. */
export const takes = (hand: Hand, text: string, random: Situation["random"]): number => {
  const { manner, intent } = hand;
  const again = intent?.again === true;
  const reading = again ? 0 : 300 + Math.min(longestReadMs, readMs * hand.unread);
  const thinking = around(random, manner.thinkMs * (again ? 0.4 : 1), 0.7);
  const mending = random() < 0.15 ? 1.1 + 0.5 * random() : 1;
  const typing = text.length * manner.letterMs * around(random, 1, 0.2) * mending;
  const hesitating = random() < 0.25 ? waitOf(random, 1800) : 0;
  hand.unread = 0;
  return reading + thinking + typing + hesitating;
};
