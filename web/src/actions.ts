import type { Room } from "@colyseus/sdk";
import type { Messages, MessageType } from "../../src/protocol/messages.ts";
import { sentence } from "./codes-text.ts";
import { refusalCode } from "./refusal.ts";
import {
  addStruck,
  addWaiting,
  type Answer,
  answer,
  answeredOffer,
  link,
  lobby,
  plays,
  reported,
  showStatus,
} from "./store.ts";

const openRoom = (): Room | undefined => (link.value.state === "open" ? link.value.room : undefined);

/** Asks the lobby for something; a refusal is shown in the status line. Answers with whether it was done. */
export const ask = async <Type extends MessageType>(type: Type, payload: Messages[Type]): Promise<boolean> => {
  const code = await attempt(type, payload);
  if (code !== undefined) showStatus(sentence(code));
  return code === undefined;
};

/** The code of the refusal; undefined when it was done. */
const attempt = async (type: string, payload: unknown): Promise<string | undefined> =>
  (await request(type, payload)).code;

type Outcome = { readonly code?: string; readonly reply?: unknown };

const request = async (type: string, payload: unknown): Promise<Outcome> => {
  const room = openRoom();
  if (room === undefined) return { code: "offline" };
  try {
    return { reply: await room.request(type, payload ?? {}) };
  } catch (error) {
    const code = refusalCode(error);
    // Without an answer, because nothing can be saved: the server has it, and does it once it can.
    if (code === undefined && lobby.value?.degraded && openRoom() === room) return {};
    return { code: code ?? "offline" };
  }
};

/** Asks the lobby for something from a form that shows by itself why it was refused: rejects with the refusal. */
export const order = async <Type extends MessageType>(type: Type, payload: Messages[Type]): Promise<unknown> => {
  const { code, reply } = await request(type, payload);
  if (code !== undefined) throw Object.assign(new Error(code), { reason: { code } });
  return reply;
};

/** Says something. Answers with the code of the refusal; a line that is held back waits in the log. */
export const chat = async (text: string): Promise<string | undefined> => {
  const { code, reply } = await request("chat", { text });
  const { id, held } = (reply ?? {}) as { readonly id?: unknown; readonly held?: unknown };
  if (held === true && typeof id === "string") addWaiting(id, text);
  return code;
};

/** Tells the lobby something that needs no answer. */
export const tell = <Type extends MessageType>(type: Type, payload: Messages[Type]): void =>
  openRoom()?.send(type, payload);

/** Answers the open question, once. */
export const choose = (choice: number): void => {
  const game = lobby.value?.game;
  const room = openRoom();
  if (room === undefined || game === undefined || !plays.value) return;
  if (game.phase !== "question" || game.paused || lobby.value?.degraded || game.question.choices[choice] === undefined)
    return;
  if (answer.value?.question === game.question.id) return;
  answer.value = { question: game.question.id, choice, state: "sent" };
  void deliverAnswer(room, answer.value);
};

/** Brings an answer to the server. When the connection fails it stays `sent`, and the next `you` decides. */
export const deliverAnswer = async (room: Room, mine: Answer): Promise<void> => {
  const { question, choice } = mine;
  const isStill = () => answer.value?.question === question;
  try {
    await room.request("answer", { question, choice });
    if (isStill()) answer.value = { ...mine, state: "locked" };
  } catch (error) {
    const code = refusalCode(error);
    if (code === undefined || !isStill()) return;
    answer.value = code === "already_answered" ? { ...mine, state: "locked" } : undefined;
    if (code !== "already_answered") showStatus(sentence(code));
  }
};

/** Answers what the mode asks this player for. Answers with the code of the refusal; undefined when it counts. */
export const makeMove = (move: Messages["move"]): Promise<string | undefined> => attempt("move", move);

/** What somebody wants to play; what is left out is as the lobby is set. */
export type Wish = Pick<Messages["settings"], "mode" | "options" | "topic" | "source" | "pack" | "count">;

/** Starts a game. Who may no longer do that asks the others for one. */
export const start = async (wish: Wish): Promise<void> => {
  const code = await attempt("start", wish);
  if (code === "not_owner") await suggest(wish);
  else if (code !== undefined) showStatus(sentence(code));
};

/** Asks the others whether they would like to play. */
export const suggest = async (wish: Wish): Promise<void> => {
  await ask("suggest", wish);
};

/** Reports a question. Answers with why that could not be done; "" when it was. */
export const reportQuestion = async (question: string, reason: string): Promise<string> => {
  const code = await attempt("report", { question, reason });
  if (code !== undefined) return sentence(code);
  reported.value = new Set([...reported.value, question]);
  return "";
};

/** Strikes a question out of the game: it counts for nobody. */
export const strikeOut = async (question: string): Promise<void> => {
  if (await ask("strike", { question })) addStruck(question);
};

/** Says yes or no to an offer to play. */
export const answerOffer = async (id: string, accept: boolean): Promise<void> => {
  answeredOffer.value = id;
  if (!(await ask("offer", { id, accept }))) answeredOffer.value = "";
};
