import type { Room } from "@colyseus/sdk";
import { batch } from "@preact/signals";
import type { Notices } from "../../src/protocol/notices.ts";
import { deliverAnswer } from "./actions.ts";
import { estimate, measure, serverNow } from "./clock.ts";
import { sentence } from "./codes-text.ts";
import { type LobbyState, readLobby } from "./lobby-state.ts";
import {
  addCard,
  addChat,
  addHeld,
  addStruck,
  addSystem,
  answer,
  bursts,
  dropCards,
  heard,
  lobby,
  mine,
  noted,
  put,
  type Put,
  removeChat,
  result,
  standing,
  seat,
  showStatus,
  stoodFrom,
  struck,
  typing,
} from "./store.ts";
import { isKey } from "./text/say.ts";

const burstMs = 3000;
const heardKept = 300;
/** Who stopped writing without saying so is forgotten after this long. */
const typingMs = 6000;
let burstCount = 0;

/** Feeds the store from a room, while `isCurrent`. Call it in the tick in which the room was joined. */
export const listen = (room: Room, isCurrent: () => boolean): void => {
  const on = <Type extends keyof Notices>(type: Type, handle: (notice: Notices[Type]) => void) =>
    room.onMessage(type as string, (notice: Notices[Type]) => isCurrent() && batch(() => handle(notice)));

  room.onStateChange((state: unknown) => {
    if (isCurrent()) batch(() => show(room, readLobby(state)));
  });
  on("you", (you) => welcome(room, you));
  on("chat", (line) => {
    setTyping(line.player, false);
    addChat(line);
  });
  on("chat_removed", ({ id, reason }) => removeChat(id, reason));
  on("typing", ({ player, on: isTyping }) => setTyping(player, isTyping));
  on("react", ({ player, emoji }) => burst(player, emoji));
  on("result", (told) => {
    result.value = told;
    standing.value = { score: told.total, streak: told.streak, rank: told.rank };
  });
  on("mine", (now) => (mine.value = now));
  on("strike", ({ sanction: kind, until, ...strike }) => (put.value = { kind, until, appeal: "none", ...strike }));
  on("held", addHeld);
  on("notice", tell);
  // The offer itself is read from the state, where it also disappears by itself.
  on("offer", () => undefined);
  // What the modes say in words of their own, and what a newer server says and this page does not know.
  room.onMessage("*", (type: unknown, payload: unknown) => {
    if (isCurrent() && typeof type === "string") heard.value = [...heard.value, { type, payload }].slice(-heardKept);
  });
};

const show = (room: Room, now: LobbyState): void => {
  const stood = stoodFrom.value !== undefined;
  // What was said of the questions of one game is of no use for the next.
  if (now.status !== lobby.value?.status && (now.status === "building" || now.status === "completed"))
    dropCards(({ code }) => code === "questions");
  // Another game may ask the same question again.
  if (now.game.id !== lobby.value?.game.id) {
    struck.value = new Set();
    if (lobby.value !== undefined) {
      heard.value = [];
      standing.value = undefined;
    }
  }
  if (now.game.reveal.struck) addStruck(now.game.question.id);
  const { id, commitment } = now.game;
  if (commitment && now.status === "in-progress") noted.set(id, (noted.get(id) ?? new Set()).add(commitment));
  lobby.value = now;
  stoodFrom.value = now.degraded ? (stoodFrom.value ?? serverNow()) : undefined;
  // Nobody confirmed it while nothing could be saved. Sent twice it counts once.
  const given = answer.value;
  if (stood && !now.degraded && given?.state === "sent") void deliverAnswer(room, given);
};

/** What nobody should have to look for in the log: where questions come from, and what became of one's points. */
const notable: ReadonlySet<string> = new Set([
  "questions",
  "question_struck",
  "question_rekeyed",
  "game_rescored",
  "announcement",
  "wave_locked",
]);

const tell = (notice: Notices["notice"]): void => {
  const { code } = notice;
  if (isRefusal(notice)) return showStatus(sentence(code));
  // The line itself is in the log, and says that it waits.
  if (code === "held") return;
  if (code === "held_refused") {
    const { id } = (notice.data ?? {}) as { readonly id?: unknown };
    if (typeof id === "string") removeChat(id, "not_let_through");
  }
  if (code === "muted") put.value = mutedByHost((notice as { readonly until?: unknown }).until);
  if (code === "unmuted" && put.value?.kind === "mute") put.value = undefined;
  addSystem(notice);
  if (notable.has(code)) addCard(notice);
};

/** Why, and what an appeal names, is asked of the server when it is shown. */
const mutedByHost = (until: unknown): Put => ({
  id: "",
  kind: "mute",
  reason: "",
  until: typeof until === "number" ? until : undefined,
  count: 0,
  limit: 0,
  expiresAt: 0,
  appeal: "none",
});

/** Any other word belongs to the talk. Who is muted by the host is told until when; who is refused for it is not. */
const isRefusal = (notice: Notices["notice"]): boolean =>
  isKey(`play:refused.${notice.code}`) && !(notice.code === "muted" && "until" in notice);

const welcome = (
  room: Room,
  { player, serverTime, history, answer: kept, result: told, standing: place, mine: own }: Notices["you"],
): void => {
  estimate(serverTime);
  void measure(room);
  seat.value = player;
  addChat(...history);
  if (told !== null) result.value = told;
  standing.value = place ?? undefined;
  mine.value = own ?? undefined;
  // What was told of the game is told again.
  heard.value = [];
  const given = answer.value;
  if (kept !== null) answer.value = { ...kept, state: "locked" };
  // On its way when the connection was lost, and not arrived: the server refuses it if it is too late.
  else if (given?.state === "sent") void deliverAnswer(room, given);
};

const stops = new Map<string, ReturnType<typeof setTimeout>>();

const setTyping = (player: string, on: boolean): void => {
  clearTimeout(stops.get(player));
  if (on)
    stops.set(
      player,
      setTimeout(() => setTyping(player, false), typingMs),
    );
  if (typing.value.has(player) === on) return;
  const others = [...typing.value].filter((id) => id !== player);
  typing.value = new Set(on ? [...others, player] : others);
};

/** Shows a reaction for a moment. */
export const burst = (player: string, emoji: string): void => {
  const id = ++burstCount;
  bursts.value = [...bursts.value, { id, player, emoji }].slice(-12);
  setTimeout(() => (bursts.value = bursts.value.filter((shown) => shown.id !== id)), burstMs);
};
