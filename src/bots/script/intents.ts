import { distress, self, orders, content, score, number, topic, help } from "./patterns.ts";
import {
  insult,
  sad,
  comfort,
  cheer,
  joke,
  favourite,
  luck,
  night,
  tease,
  praise,
  play,
  bored,
  tired,
  like,
  sorry,
  thanks,
  mood,
  fine,
  greeting,
  laugh,
  agree,
  disagree,
} from "./small-talk.ts";
import { able, badges, chat, friend, present, talents, unsure, wait, why, wishes } from "./table-talk.ts";

/** What somebody may want who speaks to a bot, and how a plain text shows it: the first that matches decides. */
const patterns = {
  distress,
  self,
  orders,
  talents,
  badges,
  present,
  number,
  topic,
  insult,
  sad,
  comfort,
  cheer,
  score,
  mood,
  fine,
  friend,
  joke,
  favourite,
  wishes,
  luck,
  chat,
  wait,
  night,
  tease,
  praise,
  help,
  play,
  bored,
  tired,
  like,
  sorry,
  thanks,
  laugh,
  able,
  why,
  unsure,
  agree,
  disagree,
  greeting,
};

export type Intent = keyof typeof patterns | "content";

/** While a question is open only these are answered; everything else is taken to be about the question. */
const careful: readonly Intent[] = [
  "distress",
  "self",
  "orders",
  "number",
  "topic",
  "score",
  "content",
  "insult",
  "night",
  "sorry",
  "thanks",
  "mood",
  "help",
  "greeting",
];

/** What a plain text wants; undefined when nothing can be told. */
export const intentOf = (text: string): Intent | undefined =>
  Object.entries(patterns).find(([, pattern]) => pattern.test(text))?.[0] as Intent | undefined;

/** The same while a question is open: "content" unless it is surely something else. */
export const carefulIntentOf = (text: string): Intent =>
  careful.find((intent) => (intent === "content" ? content : patterns[intent]).test(text)) ?? "content";
