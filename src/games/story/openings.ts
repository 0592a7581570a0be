import { seededRandom } from "../../core/random.ts";
import { de } from "./openings-de.ts";
import { en } from "./openings-en.ts";
import { es } from "./openings-es.ts";
import { fr } from "./openings-fr.ts";
import { pt } from "./openings-pt.ts";

/** First sentences by language. */
export const openings = { en, de, es, fr, pt } as const;

export type Language = keyof typeof openings;

/** The first sentence of a story. */
export const openingFor = (seed: string, language: Language): string => {
  const all = openings[language];
  return all[Math.floor(seededRandom(`${seed}/opening`)() * all.length)] ?? "";
};
