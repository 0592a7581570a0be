import type { z } from "zod";
import type { Random } from "../../core/random.ts";
import type { Notices } from "../../protocol/notices.ts";
import type { SeenState } from "../lobby-feed.ts";
import type { Persona } from "../personas.ts";
import type { Recall } from "../player.ts";

export type Ask = Notices["mine"]["asks"][number];

/** What a bot will do about an ask, and after how many ms at a person's pace. */
export type Plan = {
  readonly choice?: number;
  readonly text?: string;
  readonly number?: number;
  readonly afterMs: number;
  /** Does nothing then but plan anew, with what is known by then. */
  readonly look?: true;
};

/** Has a model write something to a schema; undefined when there is none, or nothing came of it in time. */
export type Compose = <T>(wish: {
  readonly name: string;
  /** Rules, ours alone. */
  readonly system: string;
  /** Data: made to JSON, whoever wrote it. */
  readonly data: unknown;
  readonly schema: z.ZodType<T>;
  readonly timeoutMs: number;
}) => Promise<T | undefined>;

/** What a bot knows when it plans a move: what its frames have told it, as they tell anybody in its place. */
export type Situation = {
  readonly me: string;
  readonly persona: Persona;
  /** From 0 to 1. */
  readonly skill: number;
  readonly state: SeenState;
  /** What the mode tells this player alone. */
  readonly own: unknown;
  /** What the mode has told since the game began, latest last. */
  readonly told: readonly { readonly type: string; readonly payload: unknown }[];
  /** How long there is, in ms at a person's pace; a minute where there is no end. */
  readonly leftMs: number;
  /** How often it has answered this ask already. */
  readonly times: number;
  /** What planners keep for the next time, by name, as long as the game lasts. */
  readonly memory?: Map<string, unknown>;
  readonly recall: Recall;
  readonly random: Random;
  readonly compose: Compose;
};

/** Plans the answer to an ask of one purpose; undefined to leave it. */
export type Planner = (ask: Ask, situation: Situation) => Plan | undefined | Promise<Plan | undefined>;

/** A part of the public view that a mode adds, by its name; undefined when it is not there. */
export const partOf = (state: SeenState, name: string): unknown => {
  const text = state.game.more.get(name);
  return text === undefined ? undefined : (JSON.parse(text) as unknown);
};

/** A moment between two shares of the time there is, as people take theirs. */
export const momentIn = ({ leftMs, random }: Situation, from = 0.15, to = 0.7): number =>
  leftMs * (from + (to - from) * random());
