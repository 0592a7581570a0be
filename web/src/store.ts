import type { Room } from "@colyseus/sdk";
import { batch, computed, signal } from "@preact/signals";
import type { AppealState } from "../../src/conduct/conduct.ts";
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
  /** `why` is the reason of who removed it; who wrote a line that waits sees it alone. */
  | ({ readonly type: "chat"; readonly removed: boolean; readonly why: string; readonly waits: boolean } & ChatNotice)
  | ({ readonly type: "system"; readonly id: string } & Notices["notice"]);

/** What was put on who looks at the page: for a strike, or, without an id, by the host. */
export type Put = {
  /** What an appeal names; "" while it is not known. */
  readonly id: string;
  readonly kind: "warning" | "mute" | "ban";
  readonly reason: string;
  /** undefined for a warning, and for what has no end. */
  readonly until: number | undefined;
  /** What the strikes come to, and at what they are a ban; 0 when no strike led to it. */
  readonly count: number;
  readonly limit: number;
  /** When the strike stops counting. */
  readonly expiresAt: number;
  readonly appeal: AppealState;
};

/** The answer given to a question: on its way, or safe with the server. */
export type Answer = { readonly question: string; readonly choice: number; readonly state: "sent" | "locked" };

/** A reaction on show for a moment. */
export type Burst = { readonly id: number; readonly player: string; readonly emoji: string };

export const link = signal<Link>({ state: "off" });
export const lobby = signal<LobbyState | undefined>(undefined);
/** Since when the server can save nothing, by its own clock: the lobby's time stands there. */
export const stoodFrom = signal<number | undefined>(undefined);
/** The commitments that were seen while a game was played, by its id. */
export const noted = new Map<string, Set<string>>();
/** The seat taken; "" for who watches. */
export const seat = signal("");
export const lines = signal<readonly Line[]>([]);
/** Who is writing, by player id. */
export const typing = signal<ReadonlySet<string>>(new Set());
export const bursts = signal<readonly Burst[]>([]);
export const answer = signal<Answer | undefined>(undefined);
export const result = signal<Notices["result"] | undefined>(undefined);
/** What this player is asked to do in the game, and alone may know of it. */
export const mine = signal<Notices["mine"] | undefined>(undefined);
/** What the mode of the game has told, in words of its own, latest last. */
export const heard = signal<readonly { readonly type: string; readonly payload: unknown }[]>([]);
/** The small line that says why something was refused. */
export const status = signal("");
/** A word from the server that stays until somebody puts it away. */
export type Card = { readonly id: number } & Notices["notice"];
export const cards = signal<readonly Card[]>([]);
/** Questions that are known to be struck out, and those that this page has reported. */
export const struck = signal<ReadonlySet<string>>(new Set());
export const reported = signal<ReadonlySet<string>>(new Set());
/** The latest that was put on who looks at the page, until it is over or put away. */
export const put = signal<Put | undefined>(undefined);
/** Newcomers' lines that wait for the owner to look at them. */
export const heldLines = signal<readonly Notices["held"][]>([]);
/** Offers already said yes or no to. */
export const answeredOffer = signal("");

/** One's own points and place as one was told them last: of a crowd the lobby shows the best alone. */
export const standing = signal<NonNullable<Notices["you"]["standing"]> | undefined>(undefined);

export const self = computed(() => {
  const shown = lobby.value?.players.find(({ id }) => id === seat.value);
  return shown === undefined || shown.rank > 0 ? shown : { ...shown, ...standing.value };
});

/** Whether whoever looks at the page may run the lobby. */
export const maySteer = computed(() => {
  const signedIn = me.value;
  if (lobby.value === undefined || !signedIn) return false;
  return (seat.value !== "" && lobby.value.ownerId === seat.value) || isStaff(signedIn);
});

/** Whether whoever looks at the page plays; who has seen the questions beforehand does not. */
export const plays = computed(() => seat.value !== "" && self.value?.seen !== true && !watches.value);

/** Whether whoever looks at the page came too late for this game, and only watches it. */
export const watches = computed(
  () =>
    mine.value?.game === lobby.value?.game.id &&
    (mine.value?.own as { readonly watching?: boolean } | null | undefined)?.watching === true,
);

/** Whether whoever looks at the page may start a game without asking the others. */
export const mayStart = computed(() => maySteer.value || (seat.value !== "" && lobby.value?.startRule === "anyone"));

const linesKept = 200;
let systemLines = 0;

/** Adds what was said to the log; a line already there is not added twice. */
export const addChat = (...said: readonly ChatNotice[]): void => {
  const isShown = (line: Line): boolean => line.type === "system" || !line.waits;
  const known = new Set(lines.value.filter(isShown).map(({ id }) => id));
  const fresh = said
    .filter(({ id }) => !known.has(id))
    .map((line) => ({ type: "chat", removed: false, why: "", waits: false, ...line }) as const);
  if (fresh.length === 0) return;
  const now = new Set(fresh.map(({ id }) => id));
  // What was held back and may be read now stands where it is read.
  lines.value = [...lines.value.filter(({ id }) => !now.has(id)), ...fresh].slice(-linesKept);
  dropHeld((line) => now.has(line.id));
};

/** Adds one's own line that nobody else can read yet. */
export const addWaiting = (id: string, words: string): void => {
  if (lines.value.some((line) => line.id === id)) return;
  const own = {
    id,
    player: seat.value,
    name: self.value?.name ?? "",
    kind: "human",
    text: words,
    at: Date.now(),
  } as const;
  lines.value = [...lines.value, { type: "chat", removed: false, why: "", waits: true, ...own } as const].slice(
    -linesKept,
  );
};

/** Adds a word from the server to the log. */
export const addSystem = ({ code, text, data }: Notices["notice"]): void => {
  const line = { type: "system", id: `system-${++systemLines}`, code, text, data } as const;
  lines.value = [...lines.value, line].slice(-linesKept);
};

export const removeChat = (id: string, why: string): void => {
  lines.value = lines.value.map((line) =>
    line.type === "chat" && line.id === id ? { ...line, removed: true, text: "", why } : line,
  );
};

const heldKept = 50;

export const addHeld = (line: Notices["held"]): void => {
  if (heldLines.value.some(({ id }) => id === line.id)) return;
  heldLines.value = [...heldLines.value, line].slice(-heldKept);
};

export const dropHeld = (isOver: (line: Notices["held"]) => boolean): void => {
  if (heldLines.value.some(isOver)) heldLines.value = heldLines.value.filter((line) => !isOver(line));
};

const cardsKept = 4;
let cardCount = 0;

export const addCard = ({ code, text, data }: Notices["notice"]): void => {
  if (cards.value.some((card) => card.code === code && card.text === text)) return;
  cards.value = [...cards.value, { id: ++cardCount, code, text, data }].slice(-cardsKept);
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
    standing.value = undefined;
    mine.value = undefined;
    heard.value = [];
    status.value = "";
    cards.value = [];
    struck.value = new Set();
    reported.value = new Set();
    put.value = undefined;
    heldLines.value = [];
    answeredOffer.value = "";
  });
