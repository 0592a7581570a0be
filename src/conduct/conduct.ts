import type { PlayerId } from "../core/ids.ts";

/** Who somebody is, as far as a ban can follow them: a device is known only by the token it keeps, "" when it has none. */
export type Barred = { readonly id: PlayerId; readonly device: string };

/** A lobby and whose it is, "" for both asks for the whole server alone. A lobby's own bans are looked up by device only, as it knows their players itself. */
export type Place = { readonly owner: PlayerId | ""; readonly lobby: string };

/** A counted breach of the rules. Times are ms since 1970. */
export type Strike = {
  readonly id: string;
  readonly player: PlayerId;
  /** As it was when it happened. */
  readonly name: string;
  readonly lobby: string;
  /** What kind of breach, such as `insult`. */
  readonly reason: string;
  /** Which rule found it; for moderators. "" when somebody of the staff did. */
  readonly rule: string;
  readonly tier: number;
  readonly weight: number;
  /** What was said; "" once it has been erased. */
  readonly text: string;
  readonly at: number;
  readonly expiresAt: number;
  /** When it stopped counting before its time: forgiven, or worn off by good conduct. */
  readonly clearedAt: number | null;
};

export type SanctionKind = "warning" | "mute" | "ban";
/** A lobby's bans are in its own state, too; those of an owner hold in all of the owner's lobbies. */
export type SanctionScope = "lobby" | "owner" | "server";
export type AppealState = "none" | "open" | "allowed" | "denied";

export type Sanction = {
  readonly id: string;
  readonly kind: SanctionKind;
  readonly scope: SanctionScope;
  readonly player: PlayerId;
  readonly name: string;
  readonly device: string;
  /** "" for what holds on the whole server. */
  readonly lobby: string;
  readonly owner: PlayerId | "";
  /** "" when the rules themselves did it. */
  readonly by: PlayerId | "";
  readonly reason: string;
  /** What the strikes came to that led to it; 0 when none did. */
  readonly strikes: number;
  /** The strike that led to it, or "". */
  readonly strike: string;
  readonly at: number;
  /** Null for one without an end. */
  readonly until: number | null;
  readonly liftedAt: number | null;
  readonly liftedBy: PlayerId | "";
  readonly appeal: AppealState;
  readonly appealText: string;
};

/** What counts against somebody at an instant, wherever it happened. */
type ConductRecord = {
  /** Strikes that still count, oldest first. */
  readonly strikes: readonly Pick<Strike, "id" | "weight" | "at" | "expiresAt">[];
  /** When the rules banned them within the last 30 days, oldest first. */
  readonly bans: readonly number[];
};

/** What a lobby's events say about conduct; written together with them, and a second time changes nothing. */
export type ConductNews = {
  readonly strikes: readonly Omit<Strike, "clearedAt">[];
  readonly sanctions: readonly Omit<Sanction, "liftedAt" | "liftedBy" | "appeal" | "appealText">[];
  /** The bans of this lobby, or of its owner, that were lifted for somebody. */
  readonly lifted: readonly {
    readonly player: PlayerId;
    readonly lobby: string;
    readonly owner: PlayerId | "";
    readonly by: PlayerId | "";
    readonly at: number;
  }[];
  /** Strikes that no longer count. */
  readonly cleared: readonly { readonly strike: string; readonly at: number }[];
};

/** A remark of the staff about somebody. */
export type StaffNote = {
  readonly id: string;
  readonly player: PlayerId;
  readonly by: PlayerId;
  readonly byName: string;
  readonly text: string;
  readonly at: number;
};

/** One who is known to the server: by an account, by games, or by what they did. */
export type PersonBrief = {
  readonly id: PlayerId;
  readonly name: string;
  readonly registered: boolean;
  readonly role: string;
  /** Weight of the strikes that count now. */
  readonly strikes: number;
  readonly banned: boolean;
  readonly games: number;
  readonly lastAt: number | null;
};

/** What people did against the rules and what followed, kept across lobbies, connections and processes. All but `forget` may reject with Outage. */
export type Conduct = {
  readonly recordOf: (player: PlayerId, now: number) => Promise<ConductRecord>;
  /** The ban in force that keeps somebody out of a place; up to 5 s old. */
  readonly barring: (person: Barred, place: Place, now: number) => Promise<Sanction | undefined>;
  /** The bans in force that follow a device, which reach furthest first; none for "". */
  readonly bansOfDevice: (device: string, now: number) => Promise<readonly Sanction[]>;
  /** Makes the next answer about this person, and about every device, a fresh one. */
  readonly forget: (player: PlayerId) => void;
  readonly strikesOf: (player: PlayerId) => Promise<readonly Strike[]>;
  readonly sanctionsOf: (player: PlayerId) => Promise<readonly Sanction[]>;
  readonly find: (id: string) => Promise<Sanction | undefined>;
  /** By the staff; what comes from a lobby's own events is written with them. */
  readonly impose: (sanction: ConductNews["sanctions"][number]) => Promise<void>;
  /** By the staff, for something that was decided upon in the queue. */
  readonly strike: (strike: ConductNews["strikes"][number]) => Promise<void>;
  /**
   * Ends a sanction, and the strike that led to it, which may count for longer than the sanction lasts; undefined when
   * the sanction is not in force.
   */
  readonly lift: (id: string, by: PlayerId, now: number) => Promise<Sanction | undefined>;
  /** Once a sanction, by the one it was put on. */
  readonly appeal: (
    id: string,
    player: PlayerId,
    text: string,
    now: number,
  ) => Promise<Sanction | "not_found" | "conflict">;
  readonly answerAppeal: (id: string, state: "allowed" | "denied") => Promise<void>;
  /** People whose name, id or e-mail holds `search`; those banned or struck when it is "". */
  readonly people: (
    search: string,
    page: { readonly limit: number; readonly after?: string | undefined },
    now: number,
  ) => Promise<readonly PersonBrief[]>;
  readonly person: (player: PlayerId, now: number) => Promise<PersonBrief | undefined>;
  readonly notesOf: (player: PlayerId) => Promise<readonly StaffNote[]>;
  readonly addNote: (note: StaffNote) => Promise<void>;
  /** Erases what was said and who said it; what was decided stays, under the bare id. */
  readonly erase: (player: PlayerId) => Promise<void>;
  /** Removes what ended or ran out before an instant; answers how much. */
  readonly removeOlder: (before: number) => Promise<number>;
};
