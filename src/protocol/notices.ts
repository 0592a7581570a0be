import type { Ask } from "../core/ask.ts";

/** What a lobby tells its clients, by message type. Times are ms since 1970 by the server's clock. */

export type ChatNotice = {
  readonly id: string;
  readonly player: string;
  readonly name: string;
  readonly kind: "human" | "bot";
  readonly text: string;
  readonly at: number;
};

export type Notices = {
  readonly you: {
    /** "" for who watches without a seat. */
    readonly player: string;
    readonly role: "player" | "spectator" | "screen";
    readonly serverTime: number;
    readonly history: readonly ChatNotice[];
    /** What this player has answered to the open question, when they have. */
    readonly answer: { readonly question: string; readonly choice: number } | null;
    /** This player's latest `result`, while its question is being shown. */
    readonly result: Notices["result"] | null;
    /** As in the notice `mine`; null in a mode that has nothing of the kind. */
    readonly mine: Notices["mine"] | null;
    /** This player's points and place in the game that is played, or was last; null without one. */
    readonly standing: { readonly score: number; readonly streak: number; readonly rank: number } | null;
  };
  /** To one player alone, whenever it changes: what they are asked to do in the game, and what only they may know. */
  readonly mine: {
    readonly game: string;
    readonly asks: readonly Ask[];
    /** Of the mode's own shape; null for nothing. */
    readonly own: unknown;
  };
  readonly chat: ChatNotice;
  readonly chat_removed: { readonly id: string; readonly reason: string };
  readonly typing: { readonly player: string; readonly on: boolean };
  readonly react: { readonly player: string; readonly emoji: string };
  readonly offer: {
    readonly id: string;
    readonly player: string;
    readonly mode: string;
    readonly topic: string;
    readonly closesAt: number;
  };
  readonly result: {
    readonly question: string;
    /** null when nothing was answered. */
    readonly choice: number | null;
    readonly key: number;
    readonly right: boolean;
    readonly points: number;
    readonly total: number;
    readonly streak: number;
    readonly rank: number;
    /** In a crowd, of which the state shows the best alone: who stands just above and just below. */
    readonly near?: readonly {
      readonly player: string;
      readonly name: string;
      readonly score: number;
      readonly rank: number;
    }[];
  };
  /** To the one struck alone. Its `id` is what an appeal names. */
  readonly strike: {
    readonly id: string;
    /** What their strikes come to, and at what they are banned. */
    readonly count: number;
    readonly limit: number;
    readonly reason: string;
    readonly sanction: "warning" | "mute" | "ban";
    /** Missing for a warning, and for a ban without an end. */
    readonly until?: number;
    /** When this strike stops counting. */
    readonly expiresAt: number;
  };
  /** To the owner alone: a newcomer's line that waits until it is allowed. */
  readonly held: {
    readonly id: string;
    readonly player: string;
    readonly name: string;
    readonly text: string;
    readonly at: number;
  };
  /** Command answers, warnings, recovery; a refused `send` comes back with the code of the refusal. */
  readonly notice: { readonly code: string; readonly text: string; readonly data?: unknown };
};
