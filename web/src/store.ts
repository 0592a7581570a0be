import type { Room } from "@colyseus/sdk";
import { batch, computed, signal } from "@preact/signals";
import type { ChatNotice, Notices } from "../../src/protocol/notices.ts";
import type { LobbyState } from "./lobby-state.ts";
import { isStaff, me } from "./session.ts";

/** How the page is connected to its lobby. `out` stays out, and `word` says why. */
export type Link =
  | { readonly state: "off" | "joining" | "lost" }
  | { readonly state: "open"; readonly room: Room }
  | { readonly state: "out"; readonly word: string };

/** A line of the chat log: somebody's words, or a word from the server. */
export type Line =
  | ({ readonly type: "chat"; readonly removed: boolean } & ChatNotice)
  | { readonly type: "system"; readonly id: string; readonly text: string };

/** The answer given to a question: on its way, or safe with the server. */
export type Answer = { readonly question: string; readonly choice: number; readonly state: "sent" | "locked" };

/** A reaction on show for a moment. */
export type Burst = { readonly id: number; readonly player: string; readonly emoji: string };

export const link = signal<Link>({ state: "off" });
export const lobby = signal<LobbyState | undefined>(undefined);
/** Since when the server can save nothing, by its own clock: the lobby's time stands there. */
export const stoodFrom = signal<number | undefined>(undefined);
/** The seat taken; "" for who watches. */
export const seat = signal("");
export const lines = signal<readonly Line[]>([]);
/** Who is writing, by player id. */
export const typing = signal<ReadonlySet<string>>(new Set());
export const bursts = signal<readonly Burst[]>([]);
export const answer = signal<Answer | undefined>(undefined);
export const result = signal<Notices["result"] | undefined>(undefined);
/** The small line that says why something was refused. */
export const status = signal("");
/** A word from the server that stays until somebody puts it away. */
export type Card = { readonly id: number; readonly code: string; readonly text: string };
export const cards = signal<readonly Card[]>([]);
/** Questions that are known to be struck out, and those that this page has reported. */
export const struck = signal<ReadonlySet<string>>(new Set());
export const reported = signal<ReadonlySet<string>>(new Set());
/** Offers already said yes or no to. */
export const answeredOffer = signal("");

export const self = computed(() => lobby.value?.players.find(({ id }) => id === seat.value));

/** Whether whoever looks at the page may run the lobby. */
export const maySteer = computed(() => {
  const signedIn = me.value;
  if (lobby.value === undefined || !signedIn) return false;
  return (seat.value !== "" && lobby.value.ownerId === seat.value) || isStaff(signedIn);
});

/** Whether whoever looks at the page may start a game without asking the others. */
export const mayStart = computed(() => maySteer.value || (seat.value !== "" && lobby.value?.startRule === "anyone"));

const linesKept = 200;
let systemLines = 0;

/** Adds what was said to the log; a line already there is not added twice. */
export const addChat = (...said: readonly ChatNotice[]): void => {
  const known = new Set(lines.value.map(({ id }) => id));
  const fresh = said
    .filter(({ id }) => !known.has(id))
    .map((line) => ({ type: "chat", removed: false, ...line }) as const);
  if (fresh.length > 0) lines.value = [...lines.value, ...fresh].slice(-linesKept);
};

/** Adds a word from the server to the log. */
export const addSystem = (words: string): void => {
  const line = { type: "system", id: `system-${++systemLines}`, text: words } as const;
  lines.value = [...lines.value, line].slice(-linesKept);
};

export const removeChat = (id: string): void => {
  lines.value = lines.value.map((line) =>
    line.type === "chat" && line.id === id ? { ...line, removed: true, text: "" } : line,
  );
};

const cardsKept = 4;
let cardCount = 0;

export const addCard = (code: string, words: string): void => {
  if (cards.value.some(({ text }) => text === words)) return;
  cards.value = [...cards.value, { id: ++cardCount, code, text: words }].slice(-cardsKept);
};

export const dropCards = (isOver: (card: Card) => boolean): void => {
  if (cards.value.some(isOver)) cards.value = cards.value.filter((card) => !isOver(card));
};

export const addStruck = (question: string): void => {
  if (!struck.value.has(question)) struck.value = new Set([...struck.value, question]);
};

let statusTimer: ReturnType<typeof setTimeout> | undefined;

/** Shows the status line for a while. */
export const showStatus = (words: string): void => {
  status.value = words;
  clearTimeout(statusTimer);
  statusTimer = setTimeout(() => (status.value = ""), 4000);
};

/** Forgets one lobby before another is entered. */
export const clear = (): void =>
  batch(() => {
    link.value = { state: "off" };
    lobby.value = undefined;
    stoodFrom.value = undefined;
    seat.value = "";
    lines.value = [];
    typing.value = new Set();
    bursts.value = [];
    answer.value = undefined;
    result.value = undefined;
    status.value = "";
    cards.value = [];
    struck.value = new Set();
    reported.value = new Set();
    answeredOffer.value = "";
  });
