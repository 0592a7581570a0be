import type { Card, Theme } from "../card.ts";
import { lexiconOf } from "./lexicon.ts";
import { meaningCards, wordKinds } from "./meanings.ts";
import { relationCards, relationKinds } from "./relations.ts";
import { readWordNet } from "./wordnet.ts";

/** English words and what they mean. */
export const wordsTheme: Theme = {
  kinds: [...Object.values(wordKinds), ...Object.values(relationKinds)],
  load: async (): Promise<readonly Card[]> => {
    const lexicon = await lexiconOf(await readWordNet(leastCount));
    return [...meaningCards(lexicon), ...relationCards(lexicon)];
  },
};

/** Words met at least once in their first meaning when texts were marked for WordNet: no rare ones. */
const leastCount = 1;
