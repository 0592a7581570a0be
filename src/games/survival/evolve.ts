import { quiz } from "../quiz/index.ts";
import { newLife } from "./settling.ts";
import type { Settled, Survival, SurvivalEvent } from "./state.ts";

/** Records an event: the quiz's part, and what it did to lives. */
export const evolve = (state: Survival | undefined, event: SurvivalEvent): Survival => {
  if (event.type === "begun") {
    const { rules, players } = event;
    return {
      quiz: quiz.evolve(undefined, event.event),
      rules,
      lives: new Map(players.map((player) => [player, newLife(0, rules)])),
      draws: 0,
      toll: null,
      won: false,
    };
  }
  if (state === undefined) throw new Error(`survival begins with "begun", not "${event.type}"`);
  switch (event.type) {
    case "won":
      return { ...state, won: true };
    case "passed": {
      const next = withNewcomer({ ...state, quiz: quiz.evolve(state.quiz, event.event) }, event);
      return event.settled === undefined ? next : withSettled(next, event.settled);
    }
  }
};

const withNewcomer = (state: Survival, { event }: SurvivalEvent & { readonly type: "passed" }): Survival => {
  if (event.type !== "entered" || state.lives.has(event.player)) return state;
  const life = newLife(quiz.record(state.quiz).length, state.rules);
  return { ...state, lives: new Map(state.lives).set(event.player, life) };
};

const withSettled = (state: Survival, { lives: changed, draws, toll }: Settled): Survival => {
  const lives = new Map(state.lives);
  for (const [player, life] of changed) lives.set(player, life);
  return { ...state, lives, draws, toll };
};
