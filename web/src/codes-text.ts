import { closeCodes } from "../../src/protocol/close-codes.ts";
import { isKey, say } from "./text/say.ts";

/** A sentence for a code: of a refusal, of why there is no game, of why the connection is closed. */
export const sentence = (code: string): string => {
  const key = `play:refused.${code}`;
  return isKey(key) ? say(key) : say("play:refused.other", { code: code.replaceAll("_", " ") });
};

/** The word for a close code that means stay out. */
export const closeWord = (code: number): string => {
  switch (code) {
    case closeCodes.left:
      return "left";
    case closeCodes.banned:
      return "banned";
    case closeCodes.misuse:
      return "misuse";
    case closeCodes.moved:
      return "moved";
    case closeCodes.tokenExpired:
      return "token_expired";
    case closeCodes.lobbyDeleted:
      return "lobby_deleted";
    default:
      return "closed";
  }
};
