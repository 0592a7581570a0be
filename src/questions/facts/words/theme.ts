import type { Card, Theme } from "../card.ts";
import { lexiconOf } from "./lexicon.ts";
import { meaningCards, wordKinds } from "./meanings.ts";
import { relationCards, relationKinds } from "./relations.ts";
import { readWordNet } from "./wordnet.ts";

/** English words and what they mean. */
export const wordsTheme: Theme = {
  kinds: [...Object.values(wordKinds), ...Object.values(relationKinds)],
  load: async (): Promise<readonly Card[]> => {
    const lexicon = await lexiconOf(await readWordNet(least));
    return [...meaningCards(lexicon), ...relationCards(lexicon)];
  },
};

/** How often people met a word in its first meaning when they marked texts for WordNet: no rare ones, no adverbs. */
const least = { noun: 1, verb: 2, adjective: 2, adverb: Infinity };
