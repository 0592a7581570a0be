import { closeCodes } from "../../src/protocol/close-codes.ts";
import { type Code, codes } from "../../src/protocol/codes.ts";

/** Where the page has better words than the protocol: it knows what people see. */
const own: Readonly<Record<string, string>> = {
  unauthorized: "Please sign in again.",
  token_expired: "Your sign-in has ended. Please sign in again.",
  wrong_credentials: "That e-mail or password is not right.",
  email_taken: "There is an account with this e-mail already. You can sign in with it.",
  lobby_not_found: "There is no lobby with this code. It may have been closed.",
  lobby_full: "This lobby is full. You can watch, or try again later.",
  lobby_locked: "This lobby is locked: nobody new can join. You can watch.",
  banned: "You are banned from this lobby.",
  muted: "You can't write just now.",
  blocked: "That can't be said here. Put it in other words.",
  repeated: "You have just said that, and more than once.",
  no_links: "Links can't be written here.",
  too_many_mentions: "That calls too many people at once: five at most.",
  too_many_emoji: "That is too many emoji: fifteen at most.",
  registered_only: "Just now only people with an account can do that here. Making one takes a moment.",
  no_such_message: "That line is gone already.",
  too_late: "The time was over: this answer did not count.",
  not_found: "That is not there, or not any more.",
  too_many: "You have as many of these as you may have. Delete one first.",
  not_available: "That is not available on this server, or not just now.",
  name_refused: "This name can't be used here. Take another one.",
  // Why there is no game
  no_questions: "No questions were found for this topic. Try another one.",
  time_limit: "The questions took too long to make. Try again.",
  cancelled: "The making of the questions was called off.",
  source_failed: "The questions could not be made just now. Try again, or take them from somewhere else.",
  // Why the connection is closed
  left: "You have left this lobby, or its host has removed you.",
  misuse: "The connection was closed because too much was sent at once.",
  moved: "You opened this lobby in another tab or on another device, and play on there.",
  lobby_deleted: "This lobby has been closed.",
  closed: "The connection was closed.",
  // On this side
  offline: "There is no connection at the moment. Try again when it is back.",
};

/** A sentence for a code. */
export const sentence = (code: string): string => {
  if (Object.hasOwn(own, code)) return own[code] as string;
  if (Object.hasOwn(codes, code)) return codes[code as Code];
  return `That did not work (${code.replaceAll("_", " ")}).`;
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
