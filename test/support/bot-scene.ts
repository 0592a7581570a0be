import type { Persona } from "../../src/bots/personas.ts";
import type { Heard, Occasion, Scene } from "../../src/bots/talk.ts";

export const heard = (text: string, name = "Ana"): Heard => ({ player: name, name, kind: "human", text, at: 0 });

export const saidBy = ({ id, name }: Persona, text: string): Heard => ({ player: id, name, kind: "bot", text, at: 0 });

/** Ben leads Ana by 500 points and the bot by 1,400; no game runs unless `game` says so. */
export const sceneFor = (
  { name }: Persona,
  occasion: Occasion,
  { chat = [], game = {}, topic = "" }: { chat?: readonly Heard[]; game?: Partial<Scene["game"]>; topic?: string } = {},
): Scene => ({
  occasion,
  chat: chat.slice(-20),
  lobby: { title: "Friday night", topic, prompt: "" },
  game: {
    phase: "",
    number: 4,
    total: 10,
    ranking: [
      { name: "Ben", score: 2300, isMe: false },
      { name: "Ana", score: 1800, isMe: false },
      { name, score: 900, isMe: true },
    ],
    ...game,
  },
  others: ["Ana", "Ben"],
});
