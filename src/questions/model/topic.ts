import { answerKey } from "../duplicates.ts";
import { withoutUnseen } from "../unseen.ts";

const longest = 80;

/** What people typed as a topic, as it may go to a model as data: one line, nothing unseen, at most 80 characters. */
export const cleanTopic = (text: string): string => {
  // Bounded before anything else looks at it.
  const raw = text.slice(0, 4 * longest).toWellFormed();
  const spaced = raw.normalize("NFKC").replace(/[\s\p{Cc}\uFFFD]+/gu, " ");
  return cut(withoutUnseen(spaced).normalize("NFKC").replace(/ +/gu, " ").trim(), longest).trim();
};

/** At most so many UTF-16 code units, and no half characters. */
const cut = (text: string, length: number): string => text.slice(0, length).replace(/[\uD800-\uDBFF]$/u, "");

/** The folded topic that questions are kept under; C, C++ and C# are three of them, "the Moon" and "Moon" are one. */
export const topicKey = (topic: string): string => answerKey(cleanTopic(topic));
