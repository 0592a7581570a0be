import type { Notices } from "../../src/protocol/notices.ts";
import type { Seat } from "./seat.ts";

/** What every lobby tells; the rest is told by its mode. */
const ofTheKit = new Set("you mine chat chat_removed typing react offer result strike held notice".split(" "));

/** What somebody sees and is told on coming in. Times are left out, or are by the end of the phase. */
export type Look = {
  readonly state: unknown;
  readonly endsAt: number;
  readonly paused: boolean;
  readonly answer: Notices["you"]["answer"];
  readonly result: Notices["you"]["result"];
  readonly standing: Notices["you"]["standing"];
  readonly asks: readonly unknown[];
  readonly own: unknown;
  /** What the mode has told and tells again, such as lines. */
  readonly recalled: readonly unknown[];
};

type Shown = {
  readonly options: string;
  readonly game: Readonly<Record<string, unknown>> & { readonly more: Readonly<Record<string, string>> };
};

/** Waits until all that was sent to somebody so far has come. */
export const caughtUp = (seat: Seat): Promise<unknown> => seat.ask("ranking");

/** A look at what somebody has just come in to. */
export const lookOf = async (seat: Seat): Promise<Look> => {
  await caughtUp(seat);
  const { phaseEndsAt, paused } = seat.state.game;
  const { game, options, ...lobby } = seat.state.toJSON() as Shown;
  const parts = Object.entries(game.more ?? {}).map(([name, json]) => [name, JSON.parse(json)] as const);
  const { answer, result, standing, mine } = seat.all("you").at(-1) as Notices["you"];
  return {
    // A database keeps JSON, and not the order of what is in it.
    state: {
      ...lobby,
      options: JSON.parse(options) as unknown,
      game: { ...game, phaseEndsAt: 0, more: Object.fromEntries(parts) },
    },
    endsAt: phaseEndsAt,
    paused,
    answer,
    result,
    standing,
    asks: (mine?.asks ?? []).map(({ endsAt, ...ask }) => ({
      ...ask,
      ...(endsAt === undefined ? {} : { beforeEnd: phaseEndsAt - endsAt }),
    })),
    own: mine?.own,
    recalled: seat.heard.filter(({ type }) => !ofTheKit.has(type)),
  };
};

/** What people have said, as somebody is told who comes in. */
export const saidTo = (seat: Seat): readonly string[] =>
  (seat.all("you").at(-1)?.history ?? []).filter(({ kind }) => kind === "human").map(({ text }) => text);
