import type { Model } from "../model/model.ts";
import { modelAnswer } from "./answering.ts";
import { modelBrain } from "./brain/brain.ts";
import type { Compose } from "./moves/move.ts";
import type { Voice } from "./speaking.ts";
import type { Ponder } from "./player.ts";

/** Grants a call of a model or refuses it; see model/budget.ts. */
export type Spending = (wish: {
  readonly lobby: string;
  readonly person: string;
  readonly tokens: number;
}) => Promise<{ readonly ok: boolean }>;

/** What a line and an answer take, question and all, in tokens: a little more than was seen. */
const estimates = { line: 1500, answer: 700, piece: 900 };
/** People wait no longer for what it says before the script has a line; and a model gets a second at any pace. */
const lineMs = 6000;
const leastMs = 1000;

/** A model that speaks, as far as the budget goes; who speaks has a script for when it is spent. */
export const modelVoice = (model: Model, spend: Spending, pace: number): Voice => {
  const brain = modelBrain({ model });
  return async function* (scene, { persona }, { lobby, person, lines, signal }) {
    const granted = await spend({ lobby, person, tokens: estimates.line });
    if (!granted.ok) return;
    yield* brain.speak(scene, persona, { signal, lines, timeoutMs: Math.max(leastMs, lineMs * pace) });
  };
};

/** A model that writes what a mode asks for, as far as the budget goes. */
export const modelCompose =
  (model: Model | undefined, spend: Spending, lobby: string): Compose =>
  async ({ name, system, data, schema, timeoutMs }) => {
    if (model === undefined || timeoutMs < leastMs) return undefined;
    const granted = await spend({ lobby, person: "", tokens: estimates.piece });
    if (!granted.ok) return undefined;
    const ask = { name, system, user: JSON.stringify(data), schema, maxTokens: 800 };
    const given = await model.ask(ask, { signal: AbortSignal.timeout(timeoutMs), timeoutMs }).catch(() => undefined);
    return given?.ok === true ? given.value : undefined;
  };

/** A model that plays, as far as the budget goes; who plays has drawn something for when it is spent. */
export const modelPonder =
  (model: Model, spend: Spending, lobby: string): Ponder =>
  async (question, signal) => {
    const granted = await spend({ lobby, person: "", tokens: estimates.answer });
    return granted.ok ? modelAnswer({ model }, question, { signal }) : undefined;
  };
