import { fold } from "../core/decider.ts";
import { type AskedThen, type Evidence, type Fault } from "../core/fairness-check.ts";
import { canonical, type Proof } from "../core/fairness.ts";
import type { AnyGame, AnyGameEvent, AnyGameState, Question } from "../core/game.ts";

/** How far a game is played to see a question dealt: some let players pick sides first. */
const stepsMost = 10;

/** The question as this mode's own code deals it from the seed. */
const dealtBy = (game: AnyGame, { game: id, seed, setup }: Proof, question: Question): Question | undefined => {
  const start = game.start({
    ...setup,
    id: id as Parameters<AnyGame["start"]>[0]["id"],
    questions: [question],
    more: 0,
    players: [],
    seed,
  });
  let state = fold<AnyGameState | undefined, AnyGameEvent>(game.evolve, undefined, start);
  for (let step = 0; state !== undefined && step < stepsMost; step++) {
    const [dealt] = game.asked(state);
    if (dealt !== undefined) return dealt;
    const decision = game.decide(state, { type: "skip" }, 0);
    if (!decision.ok) return undefined;
    state = fold(game.evolve, state, decision.events);
  }
  return undefined;
};

/** A proof comes from outside: a mode may make nothing of what is in it. */
const unlessNonsense = <Made>(make: () => Made): Made | undefined => {
  try {
    return make();
  } catch {
    return undefined;
  }
};

/** What does not follow from the seed by the game's own code: the order of choices, and what else was drawn. */
export const dealingFaults = (
  game: AnyGame,
  { proof, asked, corrections }: Evidence & { readonly proof: Proof },
): readonly Fault[] => {
  const opened = new Map(
    proof.lots.flat().flatMap((one) => ("question" in one ? [[one.question.id as string, one.question] as const] : [])),
  );
  const corrected = new Set([...proof.amended, ...corrections].map(({ question }) => question));
  const isAsDealt = (shown: AskedThen): boolean => {
    const question = opened.get(shown.id);
    if (question === undefined || proof.setup.written === true) return true;
    const dealt = unlessNonsense(() => dealtBy(game, proof, question));
    if (dealt === undefined || canonical(dealt.choices) !== canonical(shown.choices)) return false;
    return corrected.has(shown.id) || dealt.key === shown.key;
  };
  const questions = asked.flatMap((shown, index): Fault[] =>
    isAsDealt(shown) ? [] : [{ what: "dealing", number: index + 1 }],
  );
  const draws = proof.draws.flatMap(({ from, drawn }, index): Fault[] => {
    const again = unlessNonsense(() => game.redrawn?.(proof, from));
    return canonical(again ?? null) === canonical(drawn) ? [] : [{ what: "drawn", number: index + 1 }];
  });
  return [...questions, ...draws];
};
