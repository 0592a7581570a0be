import { seededRandom } from "../../src/core/random.ts";
import type { Row } from "../../src/moderation/learned/rows.ts";

const start = ["hey", "well", "look", "oh", "so"];
const kind = ["flower", "meadow", "sunny", "gentle", "daisy"];
const rude = ["thistle", "nettle", "bramble", "thorny", "burdock"];
const end = ["today", "again", "my friend", "in the rain", "over there"];

/** Lines of a made-up chat in which thistles are abuse and flowers are not, half and half. */
export const meadow = (seed: string, count: number): readonly Required<Pick<Row, "text" | "label">>[] => {
  const random = seededRandom(seed);
  const one = (words: readonly string[]) => words[Math.floor(random() * words.length)] as string;
  return Array.from({ length: count }, (_, i) => {
    const words = i % 2 === 1 ? rude : kind;
    return { text: `${one(start)} ${one(words)} ${one(words)} ${one(end)}`, label: i % 2 === 1 ? 1 : 0 };
  });
};
