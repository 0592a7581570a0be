import type { Ask } from "../../core/ask.ts";
import type { GameView, KeptStory, PlayerView } from "../../core/game.ts";
import type { PlayerId } from "../../core/ids.ts";
import { longestSentence } from "./decide.ts";
import { ranking } from "./scoring.ts";
import type { Line, Story } from "./state.ts";

/** What everybody may see. By votes, who wrote a sentence shows once the vote is over (rule W3). */
export const view = (state: Story): GameView => {
  const { phase, number, sentences } = state;
  const isOver = phase.name === "podium";
  return {
    number,
    total: sentences,
    phase: phase.name,
    phaseEndsAt: isOver ? undefined : phase.endsAt,
    phaseMs: phaseMs(state),
    stopped: isOver && !phase.counts,
    question: undefined,
    reveal: undefined,
    players: new Map(
      ranking(state.players).map(({ player, score, rank }): [PlayerId, PlayerView] => [
        player,
        { score, rank, streak: 0, answered: hasAnswered(state, player) },
      ]),
    ),
    more: partsOf(state),
  };
};

const phaseMs = ({ phase, timings, writeMs }: Story): number => {
  switch (phase.name) {
    case "countdown":
      return timings.countdown;
    case "writing":
    case "choosing":
      return writeMs;
    case "chosen":
      return 2 * timings.reveal;
    case "podium":
      return 0;
  }
};

const hasAnswered = ({ phase }: Story, player: PlayerId): boolean => {
  if (phase.name === "writing") return phase.proposals.some((line) => line.player === player);
  return phase.name === "choosing" && phase.votes.has(player);
};

const told = new WeakMap<readonly Line[], object>();

/** The same object as long as nothing was added. */
const storyPart = ({ lines, language, opening }: Story): object => {
  const known = told.get(lines) ?? { language, opening, lines };
  told.set(lines, known);
  return known;
};

const partsOf = (state: Story): Readonly<Record<string, unknown>> => {
  const { phase, turns, number, sentences } = state;
  if (phase.name === "countdown") return {};
  const shown = { story: storyPart(state) };
  switch (phase.name) {
    case "writing":
      return { ...shown, turn: { turns, writer: phase.writer, ending: number === sentences } };
    case "choosing":
      return { ...shown, ballot: ballotPart(phase.candidates, turns === "seats", phase.votes.size) };
    case "chosen":
      return {
        ...shown,
        chosen: phase.outcomes.map(({ index, ...rest }) => ({ ...(phase.candidates[index] as Line), ...rest })),
      };
    case "podium":
      return shown;
  }
};

/** The sentences that are not in the story yet are shown here, without their authors. */
const ballotPart = (candidates: readonly Line[], best: boolean, voted: number): object =>
  best ? { best, voted } : { best, voted, texts: candidates.map(({ text }) => text) };

/** A sentence, and a vote. */
export const asks = (state: Story, player: PlayerId): readonly Ask[] => {
  const { phase, number, sentences, turns } = state;
  if (state.players.get(player)?.presence !== "here") return [];
  if (phase.name === "writing") {
    const isAsked = turns === "seats" ? phase.writer === player : !hasAnswered(state, player);
    if (!isAsked) return [];
    return [
      {
        id: `sentence-${number}`,
        what: "write",
        purpose: "sentence",
        prompt: number === sentences ? "How does the story end?" : "How does the story go on?",
        most: longestSentence,
        shown: true,
        endsAt: phase.endsAt,
      },
    ];
  }
  if (phase.name !== "choosing" || phase.votes.has(player)) return [];
  return [
    {
      id: `vote-${number}`,
      what: "choose",
      purpose: "vote",
      prompt: turns === "seats" ? "Which sentence is the best?" : "Which sentence goes on?",
      choices: phase.candidates.map(({ text }) => text),
      endsAt: phase.endsAt,
    },
  ];
};

/** Which of the choices are one's own, and what one voted for; what one has proposed. */
export const own = ({ phase }: Story, player: PlayerId): unknown => {
  if (phase.name === "writing")
    return { proposal: phase.proposals.find((line) => line.player === player)?.text ?? null };
  if (phase.name !== "choosing") return null;
  const mine = phase.candidates.flatMap((line, index) => (line.player === player ? [index] : []));
  return { mine, vote: phase.votes.get(player) ?? null };
};

const titleWords = 7;

/** The story as it is kept with the game; undefined where it is not to be, or nobody has written (rule K1). */
export const kept = ({ keep, lines, language, opening }: Story): KeptStory | undefined => {
  if (!keep || lines.length === 0) return undefined;
  const words = opening.split(" ");
  const title =
    words.length > titleWords
      ? `${words
          .slice(0, titleWords)
          .join(" ")
          .replace(/[,:;]$/, "")} …`
      : opening;
  return { title, language, lines: [{ player: "", name: "", text: opening }, ...lines] };
};

/** Without the words and the name of somebody whose data are erased (rule K2). */
export const forget = (state: Story, player: PlayerId): Story => {
  const silent = (lines: readonly Line[]): readonly Line[] =>
    lines.map((line) => (line.player === player ? { ...line, name: "–", text: "" } : line));
  const { phase, players } = state;
  const standing = players.get(player);
  return {
    ...state,
    players: standing === undefined ? players : new Map(players).set(player, { ...standing, name: "–" }),
    lines: silent(state.lines),
    phase:
      phase.name === "writing"
        ? { ...phase, proposals: silent(phase.proposals) }
        : phase.name === "choosing" || phase.name === "chosen"
          ? { ...phase, candidates: silent(phase.candidates) }
          : phase,
  };
};
