/** Syllables of Japanese and Indian names in which a coarse word stands: Kinoshita, Harshit. */
const syllables: Readonly<Record<string, RegExp>> = {
  shit: /shit[aou](?!ss)|[krv]shit|ishit[ah]?$/,
  fuc: /^ph/,
  fuk: /^ph/,
};

/** Whether a coarse word inside another one is a part of a name by the look of it. */
export const isNameShaped = (text: string, word: string): boolean => syllables[word]?.test(text) ?? false;
