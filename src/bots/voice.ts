import type { Model } from "../model/model.ts";
import { modelAnswer } from "./answering.ts";
import { modelBrain } from "./brain/brain.ts";
import type { Voice } from "./speaking.ts";
import type { Ponder } from "./player.ts";

/** Grants a call of a model or refuses it; see model/budget.ts. */
export type Spending = (wish: {
  readonly lobby: string;
  readonly person: string;
  readonly tokens: number;
}) => Promise<{ readonly ok: boolean }>;

/** What a line and an answer take, question and all, in tokens: a little more than was seen. */
const estimates = { line: 1500, answer: 700 };
/** People wait no longer for what it says before the script has a line; and a model gets a second at any pace. */
const lineMs = 6000;
const leastMs = 1000;

/** A model that speaks, as far as the budget goes; who speaks has a script for when it is spent. */
export const modelVoice = (model: Model, spend: Spending, pace: number): Voice => {
  // See company.ts: the lobby judges what is fit.
  const brain = modelBrain({ model, isFit: () => true });
  return async function* (scene, { persona }, { lobby, person, lines, signal }) {
    const granted = await spend({ lobby, person, tokens: estimates.line });
    if (!granted.ok) return;
    yield* brain.speak(scene, persona, { signal, lines, timeoutMs: Math.max(leastMs, lineMs * pace) });
  };
};

/** A model that plays, as far as the budget goes; who plays has drawn something for when it is spent. */
export const modelPonder =
  (model: Model, spend: Spending, lobby: string): Ponder =>
  async (question, signal) => {
    const granted = await spend({ lobby, person: "", tokens: estimates.answer });
    return granted.ok ? modelAnswer({ model }, question, { signal }) : undefined;
  };
