import type { Client } from "@colyseus/core";
import type { Lobby } from "../src/lobby/state.ts";
import type { PlayerId } from "../src/core/ids.ts";
import { type ChatCommand, commandHelp } from "../src/protocol/chat-commands.ts";
import { done, type Outcome } from "./base-room.ts";
import type { Services } from "./services.ts";
import type { Visitor } from "./visitor.ts";

export type ChatAnswers = {
  readonly services: Services;
  readonly lobby: () => Lobby;
  readonly visitorOf: (client: Client) => Visitor;
  readonly standingOf: (
    player: PlayerId,
  ) => { readonly score: number; readonly rank: number; readonly of: number } | undefined;
};

type Asked = Extract<ChatCommand, { readonly type: "score" | "leaderboard" | "help" | "unknown" }>;

const boardLength = 10;

/** Answers the commands that only tell something, to the asker alone. */
export const chatAnswers =
  (room: ChatAnswers) =>
  async (client: Client, command: Asked): Promise<Outcome> => {
    const tell = (code: string, text: string, data?: unknown): Outcome => {
      client.send("notice", data === undefined ? { code, text } : { code, text, data });
      return done({ id: "" });
    };
    switch (command.type) {
      case "score": {
        const standing = room.standingOf(room.visitorOf(client).identity.id);
        if (standing === undefined) return tell("score", "You have no points here yet.");
        const { score, rank, of } = standing;
        return tell("score", `You have ${score} points: place ${rank} of ${of}.`, { score, rank, of });
      }
      case "leaderboard": {
        const { standings, now } = room.services;
        const best = await standings.top("all", "human", boardLength, now());
        const text =
          best.length === 0
            ? "Nobody is on the leaderboard yet."
            : best.map(({ rank, name, score }) => `${rank}. ${name}: ${score}`).join("\n");
        return tell("leaderboard", text, { entries: best });
      }
      case "help":
        return tell("help", commandHelp.map(([usage, meaning]) => `${usage}: ${meaning}`).join("\n"));
      case "unknown":
        return tell("unknown_command", `There is no command /${command.name}. /help lists them.`, {
          name: command.name,
        });
    }
  };
