import { signal } from "@preact/signals";
import { go } from "../route.ts";

/** What is said where somebody arrives: of a pack that has just been made. */
export const arrival = signal<{ readonly pack: string; readonly words: string } | undefined>(undefined);

/** Goes to a pack, with a word about it. */
export const goToPack = (pack: string, words = ""): void => {
  arrival.value = words === "" ? undefined : { pack, words };
  go(`/packs/${pack}`);
};
