import type { Notices } from "../../src/protocol/notices.ts";
import { commandHelp } from "../../src/protocol/chat-commands.ts";
import { commandWords } from "./chat/commands.ts";
import { sentence } from "./codes-text.ts";
import { isKey, say } from "./text/say.ts";

type Values = Readonly<Record<string, string | number>>;

/** The values that a text needs, by the notice's code. */
const needs: Readonly<Record<string, readonly string[]>> = {
  previewed: ["name"],
  owner_changed: ["name"],
  unknown_command: ["name"],
  score: ["score", "rank", "of"],
  question_struck: ["number", "total"],
  question_rekeyed: ["number", "total"],
  game_restruck: ["prompt", "before", "after"],
  game_rekeyed: ["prompt", "before", "after"],
  warning: ["reason"],
};

/** What the server tells, in the page's language; as the server says it where the page has no words for that. */
export const noticeWords = ({ code, text, data }: Notices["notice"]): string => {
  const values = valuesIn(data);
  switch (code) {
    case "score":
      return data === undefined ? say("play:notice.noScore") : filled(code, text, values);
    case "build_failed":
      return typeof values["reason"] === "string"
        ? say("play:notice.build_failed", { reason: sentence(values["reason"]) })
        : text;
    case "game_rescored":
      return filled(values["fault"] === "key" ? "game_rekeyed" : "game_restruck", text, values);
    case "help":
      return commandHelp.map(([usage, meaning]) => `${usage}: ${commandWords(usage, meaning)}`).join("\n");
    case "leaderboard":
      return isEmptyBoard(data) ? say("play:notice.noBoard") : text;
    default:
      return filled(code, text, values);
  }
};

const filled = (code: string, otherwise: string, values: Values): string => {
  const key = `play:notice.${code}`;
  const isWhole = (needs[code] ?? []).every((name) => values[name] !== undefined);
  return isWhole && isKey(key) ? say(key, values) : otherwise;
};

/** What can stand in a text. */
const valuesIn = (data: unknown): Values =>
  Object.fromEntries(
    Object.entries((data ?? {}) as Readonly<Record<string, unknown>>).filter(
      (entry): entry is [string, string | number] => typeof entry[1] === "string" || typeof entry[1] === "number",
    ),
  );

const isEmptyBoard = (data: unknown): boolean => {
  const { entries } = (data ?? {}) as { readonly entries?: unknown };
  return Array.isArray(entries) && entries.length === 0;
};
