import { seededRandom, shuffle } from "parlor/kit";
import { families, type Thing } from "./facts.ts";

/** The ids of two things of one family. */
export type Pair = { readonly known: string; readonly asked: string };

/** What is asked in each round (rules D1 to D3). */
export const deal = (seed: string, rounds: number): readonly Pair[] => {
  const random = seededRandom(seed);
  const order = shuffle(families, random).map((family) => ({ ...family, deck: shuffle(family.things, random) }));
  return Array.from({ length: rounds }, (_, round) => {
    const { things, deck, gap } = order[round % order.length] as (typeof order)[number];
    const asked = deck[Math.floor(round / order.length) % deck.length] as Thing;
    const apart = things.filter(({ value }) => Math.abs(value - asked.value) >= gap);
    const known = apart[Math.floor(random() * apart.length)] as Thing;
    return { known: known.id, asked: asked.id };
  });
};
