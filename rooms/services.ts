import type { Admission } from "../src/accounts/admission.ts";
import type { Identity, Tokens } from "../src/accounts/tokens.ts";
import type { Wire } from "../src/admin/wire.ts";
import type { Audit } from "../src/audit/audit.ts";
import type { Conduct } from "../src/conduct/conduct.ts";
import type { Reviews } from "../src/conduct/reviews.ts";
import type { AnyGame, Timings } from "../src/core/game.ts";
import type { PlayerId } from "../src/core/ids.ts";
import type { Journal } from "../src/journal/journal.ts";
import type { LobbyEvent } from "../src/lobby/events.ts";
import type { BotWish } from "../src/lobby/state.ts";
import type { SecondOpinion } from "../src/moderation/remote/second-opinion.ts";
import type { Judging, Purpose, Verdict } from "../src/moderation/verdict.ts";
import type { Signal } from "../src/moderation/signal.ts";
import type { SettingsStore } from "../src/settings/settings.ts";
import type { Hardness } from "../src/questions/hardness.ts";
import type { Knowledge } from "../src/questions/knowledge.ts";
import type { Notes } from "../src/notes/notes.ts";
import type { Pictures } from "../src/pictures/pictures.ts";
import type { QuestionCare } from "../src/questions/care.ts";
import type { Mix } from "../src/questions/mix.ts";
import type { QuestionSource } from "../src/questions/source.ts";
import type { Standings } from "../src/standings/standings.ts";
import type { LobbyExtra } from "./extra.ts";
import type { Running } from "./running.ts";
import type { Log } from "../src/telemetry/log.ts";
import type { Metrics } from "../src/telemetry/metrics.ts";
import type { Traces } from "../src/telemetry/traces.ts";

/** Everything from outside that rooms need: ports, and the process' time, chance and ids. */
export type Services = {
  readonly tokens: Tokens;
  readonly admission: Admission;
  readonly journal: Journal<LobbyEvent, LobbyExtra>;
  readonly standings: Standings;
  readonly sources: ReadonlyMap<string, QuestionSource>;
  /** What is to be made of a text in a place, and the text as it may be shown there. */
  readonly judge: (text: string, place: Place) => Verdict & { readonly shown: string };
  /** A text folded to be compared with choices and exceptions. */
  readonly choiceKey: (text: string) => string;
  /** Whether a text may stand where everybody reads it, as it is. */
  readonly isFit: (text: string, purpose?: Purpose) => boolean;
  /** Heeds at once what moderators have said of words; otherwise it takes up to 10 s. */
  readonly refreshWords: () => Promise<void>;
  /** The learned signal: asks for somebody to look, and nothing else. */
  readonly signal: Signal | undefined;
  readonly opinion: SecondOpinion | undefined;
  readonly conduct: Conduct;
  readonly reviews: Reviews;
  readonly audit: Audit;
  readonly settings: SettingsStore;
  /** What the processes of this server tell each other. */
  readonly wire: Wire;
  readonly mix: Mix;
  /** Whether somebody may play a pack: theirs, or one that is shared. */
  readonly mayPlayPack: (pack: string, person: Pick<Identity, "id" | "role">) => Promise<boolean>;
  /** Counts a report by a player; false when they have made too many. */
  readonly mayReport: (player: PlayerId) => Promise<boolean>;
  readonly care: QuestionCare;
  readonly hardness: Hardness;
  readonly notes: Notes;
  readonly pictures: Pictures;
  readonly knowledge: Knowledge;
  readonly games: readonly AnyGame[];
  readonly timings: Timings;
  readonly log: Log;
  readonly metrics: Metrics;
  /** Undefined unless there is somebody to tell them to. */
  readonly traces: Traces | undefined;
  /** ms since 1970. */
  readonly now: () => number;
  /** A fresh unguessable id of 22 letters, digits, "-" and "_". */
  readonly newId: () => string;
  /** Has a bot take a seat in a lobby of this process; `nth` counts the lobby's bots from 0. */
  readonly running: Running;
  readonly inviteBot: (invitation: BotInvitation) => Promise<void>;
};

/** Where a text is to stand. */
type Place = Pick<Judging, "level" | "purpose" | "isChoice">;

export type BotInvitation = {
  readonly code: string;
  readonly wish: BotWish;
  readonly nth: number;
  /** The seat that a bot of before a waking is to come back to. */
  readonly returning?: string;
};
