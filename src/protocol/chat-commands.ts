/** What a chat line asks for, when it is a command and not talk. */
export type ChatCommand =
  | { readonly type: "trivia"; readonly topic: string }
  | { readonly type: "score" }
  | { readonly type: "leaderboard" }
  | { readonly type: "help" }
  | { readonly type: "offer"; readonly accept: boolean }
  | { readonly type: "unknown"; readonly name: string };

/** Commands as people may type them, for help and completion. */
export const commandHelp: readonly (readonly [usage: string, meaning: string])[] = [
  ["trivia [topic]", "a quiz of 10 questions, on a topic if you name one"],
  ["/score", "your points and place"],
  ["/leaderboard", "the ten best of all time"],
  ["/yes, /no", "take or leave an offer to play"],
  ["/help", "this list"],
];

const topicMost = 80;

/** Reads a chat line; undefined means ordinary talk. */
export const parseChatCommand = (text: string): ChatCommand | undefined => {
  const trivia = /^\/?trivia(?:\s+(.*))?$/is.exec(text);
  if (trivia !== null) {
    const topic = (trivia[1] ?? "").trim();
    return topic.length <= topicMost ? { type: "trivia", topic } : undefined;
  }
  const slash = /^\/([a-z]+)\s*$/i.exec(text);
  if (slash === null) return undefined;
  const name = (slash[1] as string).toLowerCase();
  switch (name) {
    case "score":
    case "leaderboard":
    case "help":
      return { type: name };
    case "yes":
    case "no":
      return { type: "offer", accept: name === "yes" };
    default:
      return { type: "unknown", name };
  }
};
