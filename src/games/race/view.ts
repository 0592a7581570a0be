import type { Ask } from "../../core/ask.ts";
import type { GameView, PlayerView, PublicQuestion, Question, Reveal } from "../../core/game.ts";
import type { PlayerId } from "../../core/ids.ts";
import { onceFor } from "../../core/once.ts";
import { pointsEach, ranking, wonBy } from "./scoring.ts";
import type { Phase, Race, Try } from "./state.ts";

/** What everybody may see. Of the key only what wrong answers have told, until the reveal (rule V1). */
export const view = (race: Race): GameView => {
  const { phase, questions, current } = race;
  const asked = questions[current];
  return {
    number: current + 1,
    total: questions.length + race.more,
    phase: phase.name,
    phaseEndsAt: phase.name === "podium" ? undefined : phase.endsAt,
    phaseMs: phaseMs(race),
    stopped: phase.name === "podium" && !phase.counts,
    question: asked === undefined || phase.name === "podium" ? undefined : publicQuestion(asked),
    reveal: asked === undefined || phase.name !== "reveal" ? undefined : revealOf(race, asked),
    players: playersOf(race),
    more: { race: goalPart(race.goal), ...buzzPart(race) },
  };
};

const phaseMs = ({ phase, timings, answerMs, buzzMs }: Race): number => {
  switch (phase.name) {
    case "buzzing":
      return Math.max(buzzMs, phase.endsAt - phase.openedAt);
    case "answering":
      return answerMs;
    case "podium":
      return 0;
    default:
      return timings[phase.name];
  }
};

const publicQuestion = ({ id, prompt, choices, category, difficulty, image }: Question): PublicQuestion => ({
  id,
  prompt,
  choices,
  category,
  difficulty,
  image,
});

const revealOf = ({ closed, struck }: Race, { id, choices, key, explanation }: Question): Reveal => {
  const tries = closed.at(-1)?.tries ?? [];
  const counts = choices.map((_, index) => tries.filter(({ choice }) => choice === index).length);
  return { key, explanation, counts, struck: struck.has(id) };
};

/** `answered` says who has had a try, and so is locked out. */
const playersOf = ({ players, phase }: Race): ReadonlyMap<PlayerId, PlayerView> => {
  const tried = new Set(triesIn(phase).map(({ player }) => player));
  return new Map(
    ranking(players).map(({ player, score, rank }) => [
      player,
      { score, rank, streak: 0, answered: tried.has(player) },
    ]),
  );
};

const noTries: readonly Try[] = [];
const triesIn = (phase: Phase): readonly Try[] =>
  phase.name === "buzzing" || phase.name === "answering" ? phase.tries : noTries;

const goals = new Map<number, object>();
const goalPart = (goal: number): object => {
  const known = goals.get(goal) ?? { goal, each: pointsEach };
  goals.set(goal, known);
  return known;
};

/** Who has the buzz, drawn among so many, and who is out with what; at the reveal, whose question it was. */
const buzzPart = (race: Race): { readonly buzz?: object } => {
  const { phase, closed } = race;
  const last = closed.at(-1);
  if (phase.name === "answering") return { buzz: heldPart(phase) };
  if (phase.name === "buzzing") return { buzz: openPart(phase.tries) };
  if (phase.name !== "reveal" || last === undefined) return {};
  return { buzz: { player: wonBy(race, last) ?? null, among: 0, out: [] } };
};

const heldPart = onceFor(({ player, among, tries }: Phase & { readonly name: "answering" }) => ({
  player,
  among,
  out: outOf(tries),
}));
const openPart = onceFor((tries: readonly Try[]) => ({ player: null, among: 0, out: outOf(tries) }));
const outOf = (tries: readonly Try[]) => tries.map(({ player, choice }) => ({ player, choice }));

/** To press, or for who has the buzz to choose. */
export const asks = ({ phase, players, questions, current }: Race, player: PlayerId): readonly Ask[] => {
  if (players.get(player)?.presence !== "here") return [];
  if (phase.name === "buzzing") {
    if (phase.presses.has(player) || phase.tries.some((made) => made.player === player)) return [];
    const id = `buzz-${current}-${phase.tries.length}`;
    return [{ id, what: "press", purpose: "buzz", prompt: "", endsAt: phase.endsAt }];
  }
  if (phase.name !== "answering" || phase.player !== player) return [];
  const { choices = [] } = questions[current] ?? {};
  const id = `respond-${current}-${phase.tries.length}`;
  return [{ id, what: "choose", purpose: "respond", prompt: "", choices, endsAt: phase.endsAt }];
};
