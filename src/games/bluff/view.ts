import type { Ask } from "../../core/ask.ts";
import type { GameView, PlayerView, PrivateView, PublicQuestion, Question } from "../../core/game.ts";
import type { PlayerId } from "../../core/ids.ts";
import { forTruth, ranking, scored } from "./scoring.ts";
import type { Bluff, Option, Outcome, Round } from "./state.ts";
import { resultOf } from "./told.ts";
import { stepMs, unmaskMs } from "./unmasking.ts";

const longestLie = 60;

/** What everybody may see: the truth only among the lies, and which it is in the unmasking and never before (rule V4). */
export const view = (state: Bluff): GameView => {
  const { phase, questions, current, more } = state;
  const asked = questions[current];
  return {
    number: current + 1,
    total: questions.length + more,
    phase: phase.name,
    phaseEndsAt: phase.name === "podium" ? undefined : phase.endsAt,
    phaseMs: phaseMs(state),
    stopped: phase.name === "podium" && !phase.counts,
    question: asked === undefined || isBetween(phase.name) ? undefined : publicQuestion(state, asked),
    reveal: undefined,
    players: playersOf(state),
    more: partsOf(state),
  };
};

const isBetween = (phase: string): boolean => phase === "scores" || phase === "podium";

const phaseMs = (state: Bluff): number => {
  const { phase, timings, writeMs, voteMs, closed } = state;
  switch (phase.name) {
    case "countdown":
      return timings.countdown;
    case "writing":
      return writeMs;
    case "voting":
      return voteMs;
    case "unmask":
      return unmaskMs(closed.at(-1)?.options.length ?? 1, timings);
    case "scores":
      return timings.scores;
    case "podium":
      return 0;
  }
};

/** Its choices are what is voted on, once that is there. */
const publicQuestion = (state: Bluff, { id, prompt, category, difficulty, image }: Question): PublicQuestion => ({
  id,
  prompt,
  choices: optionsOf(state),
  category,
  difficulty,
  image,
});

const optionsOf = ({ phase, closed }: Bluff): readonly string[] => {
  const options = phase.name === "voting" ? phase.options : phase.name === "unmask" ? closed.at(-1)?.options : [];
  return (options ?? []).map(({ text }) => text);
};

/** While lies are unmasked the points stay as they were: they would tell what comes (rule P3). */
const playersOf = (state: Bluff): ReadonlyMap<PlayerId, PlayerView> => {
  const { phase, closed, struck } = state;
  const players = phase.name === "unmask" ? scored(state.players, closed.slice(0, -1), struck) : state.players;
  const done: ReadonlyMap<PlayerId, unknown> =
    phase.name === "writing" ? phase.lies : phase.name === "voting" ? phase.votes : new Map();
  return new Map(
    ranking(players).map(({ player, score, rank }) => [player, { score, rank, streak: 0, answered: done.has(player) }]),
  );
};

const partsOf = (state: Bluff): Readonly<Record<string, unknown>> => {
  const round = state.closed.at(-1);
  return state.phase.name === "unmask" && round !== undefined ? { unmask: unmaskPart(state, round) } : {};
};

const unmaskParts = new WeakMap<Round, Map<boolean, object>>();

/** Who wrote what, and who fell for it: by index of the option. The same object as long as nothing is struck out. */
const unmaskPart = (state: Bluff, round: Round): object => {
  const struck = state.struck.has(round.question);
  const known = unmaskParts.get(round) ?? new Map<boolean, object>();
  const part = known.get(struck) ?? unmaskOf(state, round, struck);
  unmaskParts.set(round, known.set(struck, part));
  return part;
};

const unmaskOf = (
  { players, questions, current, timings }: Bluff,
  { options, key, outcomes }: Round,
  struck: boolean,
): object => {
  // Names, too, as some may have left.
  const named = (player: PlayerId) => ({ player, name: players.get(player)?.name ?? "" });
  return {
    options: options.map(({ text, authors }, index) => ({
      text,
      authors: authors.map(named),
      fell: outcomes.filter(({ choice }) => choice === index).map(({ player }) => named(player)),
    })),
    key,
    explanation: questions[current]?.explanation ?? "",
    struck,
    stepMs: stepMs(options.length, timings),
  };
};

/** A lie, then a vote. */
export const asks = (state: Bluff, player: PlayerId): readonly Ask[] => {
  const { phase, questions, current, players } = state;
  const question = questions[current];
  const standing = players.get(player);
  if (standing === undefined || standing.presence === "gone" || question === undefined) return [];
  const { prompt } = question;
  const number = current + 1;
  if (phase.name === "writing" && !phase.lies.has(player)) {
    const { endsAt } = phase;
    return [{ id: `lie-${number}`, what: "write", purpose: "lie", prompt, most: longestLie, shown: true, endsAt }];
  }
  if (phase.name !== "voting" || phase.votes.has(player)) return [];
  const choices = phase.options.map(({ text }) => text);
  return [{ id: `truth-${number}`, what: "choose", purpose: "truth", prompt, choices, endsAt: phase.endsAt }];
};

/** One's own lie, where it stands among the options, one's vote, and what that has brought. */
export const own = (state: Bluff, player: PlayerId): unknown => {
  const { phase, closed } = state;
  const nothing = { lie: null, option: null, vote: null, brought: null };
  if (phase.name === "writing") return { ...nothing, lie: phase.lies.get(player) ?? null };
  if (phase.name === "voting") {
    const option = indexOf(phase.options, player);
    return { ...nothing, lie: phase.lies.get(player) ?? null, option, vote: phase.votes.get(player)?.choice ?? null };
  }
  const round = closed.at(-1);
  const outcome = round?.outcomes.find((one) => one.player === player);
  if (round === undefined || outcome === undefined || (phase.name !== "unmask" && phase.name !== "scores"))
    return nothing;
  const { choice: vote } = outcome;
  return { ...nothing, option: indexOf(round.options, player), vote, brought: broughtBy(state, round, outcome) };
};

const indexOf = (options: readonly Option[], player: PlayerId): number | null => {
  const index = options.findIndex(({ authors }) => authors.includes(player));
  return index < 0 ? null : index;
};

/** Points for the truth, points for fooling, and how many were fooled; null when it counts for nobody. */
const broughtBy = ({ struck }: Bluff, { question }: Round, { right, points, fooled }: Outcome) => {
  if (struck.has(question)) return null;
  const found = right ? forTruth : 0;
  return { found, fooling: points - found, fooled };
};

/** A player's own result, once the unmasking is over: it would tell what comes. */
export const viewFor = (state: Bluff, player: PlayerId): PrivateView => {
  const outcome = state.closed.at(-1)?.outcomes.find((one) => one.player === player);
  const isShown = state.phase.name === "scores" && outcome !== undefined;
  return { answer: null, result: isShown ? resultOf(state, outcome) : null };
};
