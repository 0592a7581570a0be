import { signal } from "@preact/signals";

/** A short word about what has just been done, for eyes and ears. */
export const said = signal("");

const shownMs = 6000;
let timer: ReturnType<typeof setTimeout> | undefined;

export const mention = (words: string): void => {
  said.value = words;
  clearTimeout(timer);
  timer = setTimeout(() => (said.value = ""), shownMs);
};
