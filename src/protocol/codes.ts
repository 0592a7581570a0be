/**
 * Every code with which something is refused, and what it means in English. Codes are for programs and
 * never change their meaning; the texts are for people who have no page that translates the code.
 */
export const codes = {
  // Who you are
  unauthorized: "Sign in first: the token is missing or not valid.",
  token_expired: "Your token has run out. Sign in again.",
  wrong_credentials: "That name or password is not right.",
  banned: "You are banned from here.",
  email_taken: "There is an account with this e-mail already.",
  no_account: "Guests have no account. Register first.",
  link_expired: "This link has been used or has run out. Ask for a new one.",
  name_refused: "This name can't be used.",
  // Getting in
  lobby_not_found: "There is no lobby with this code.",
  lobby_full: "The lobby is full.",
  lobby_locked: "The lobby is locked.",
  // What you sent
  malformed: "That message could not be understood.",
  too_fast: "That was too fast. Wait a moment.",
  too_long: "That is too long.",
  muted: "You are muted.",
  blocked: "That can't be said here.",
  repeated: "You have just said that.",
  no_links: "Links can't be written here.",
  too_many_mentions: "That names too many people at once.",
  too_many_emoji: "That is too many emoji.",
  registered_only: "Only people with an account can do that just now.",
  // What the moment allows
  not_a_player: "You have no seat in this lobby.",
  not_owner: "Only the owner can do that.",
  no_game: "No game is being played.",
  wrong_phase: "That can't be done at this moment.",
  no_open_question: "No question is open.",
  wrong_question: "That is not the open question.",
  no_such_choice: "The question has no such choice.",
  too_late: "The time is over.",
  already_answered: "You have already answered; the first answer stands.",
  no_such_player: "There is no such player here.",
  no_such_offer: "There is no such offer open.",
  hushed: "Nobody can chat by name while this round lasts.",
  no_such_ask: "You are not asked for that just now.",
  no_such_option: "The mode has no such option, or not with this value.",
  own_work: "That is your own.",
  too_near: "That is too near to the truth, or to what somebody else wrote. Write something else.",
  locked_out: "You can't answer this one any more.",
  out: "You are out.",
  has_seen: "You have seen the questions beforehand, so you don't play this game.",
  no_such_message: "There is no such message.",
  building: "The questions are still being made.",
  busy: "Something else is already under way.",
  conflict: "Somebody has changed this meanwhile. Load it again.",
  too_many: "You have too many of these already.",
  faulty_file: "The file has faults, so nothing was taken from it.",
  not_found: "There is nothing here.",
  not_available: "That is not available on this server.",
} as const;

export type Code = keyof typeof codes;

/** What a refusal looks like on the wire. */
export type Refusal = { readonly code: Code; readonly message: string };

export const refusal = (code: Code): Refusal => ({ code, message: codes[code] });
