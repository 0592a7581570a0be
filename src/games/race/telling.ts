import type { GameNotice, PrivateView, QuestionRecord } from "../../core/game.ts";
import type { PlayerId } from "../../core/ids.ts";
import { correctionNotices } from "../../core/correction-notices.ts";
import { pointsEach, ranking, wonBy } from "./scoring.ts";
import type { Race, RaceEvent, Round } from "./state.ts";

/** A player's own try at the question shown, and what came of it once it is over. */
export const viewFor = (race: Race, player: PlayerId): PrivateView => {
  const { phase } = race;
  const question = race.questions[race.current]?.id ?? "";
  const round = phase.name === "reveal" ? race.closed.at(-1) : undefined;
  const tries = phase.name === "buzzing" || phase.name === "answering" ? phase.tries : (round?.tries ?? []);
  const choice = tries.find((made) => made.player === player)?.choice ?? null;
  return {
    answer: choice === null ? null : { question, choice },
    result:
      round !== undefined && playedIn(round).includes(player) ? resultOf(race, round, player, ranksOf(race)) : null,
  };
};

/** Each player's own result when a question is over, and what a correction makes of their points. */
export const notices = (event: RaceEvent, race: Race): readonly GameNotice[] => {
  if (event.type !== "corrected" && event.type !== "closed") return [];
  const ranks = ranksOf(race);
  if (event.type === "corrected") {
    const standings = [...race.players].map(([player, { won }]) => ({
      player,
      points: won * pointsEach,
      rank: ranks.get(player) ?? 0,
    }));
    return correctionNotices(event, race.questions, standings);
  }
  return playedIn(event.round).map((player) => ({
    player,
    type: "result",
    payload: resultOf(race, event.round, player, ranks),
  }));
};

const playedIn = ({ tries, silent }: Round): readonly PlayerId[] => [...tries.map(({ player }) => player), ...silent];

const ranksOf = ({ players }: Race): ReadonlyMap<PlayerId, number> =>
  new Map(ranking(players).map(({ player, rank }) => [player, rank]));

const resultOf = (race: Race, round: Round, player: PlayerId, ranks: ReadonlyMap<PlayerId, number>) => {
  const right = wonBy(race, round) === player;
  return {
    question: round.question,
    choice: round.tries.find((made) => made.player === player)?.choice ?? null,
    key: race.questions.find(({ id }) => id === round.question)?.key,
    right,
    points: right ? pointsEach : 0,
    total: (race.players.get(player)?.won ?? 0) * pointsEach,
    streak: 0,
    rank: ranks.get(player) ?? 0,
  };
};

/** What has happened in each question that is over. */
export const record = (race: Race): readonly QuestionRecord[] =>
  race.closed.flatMap((round): readonly QuestionRecord[] => {
    const question = race.questions.find(({ id }) => id === round.question);
    if (question === undefined) return [];
    const { id, prompt, choices, key, explanation, category, difficulty, also } = question;
    const winner = wonBy(race, round);
    const limit = race.buzzMs + race.answerMs;
    const tried = round.tries.map(({ player, choice, time }) => {
      const right = player === winner;
      return { player, choice, right, points: right ? pointsEach : 0, time };
    });
    const silent = round.silent.map((player) => ({ player, choice: null, right: false, points: 0, time: limit }));
    const struck = race.struck.has(id) ? { struck: true } : {};
    const others = also === undefined ? {} : { also };
    return [
      {
        id,
        prompt,
        choices,
        key,
        explanation,
        category,
        difficulty,
        ...struck,
        ...others,
        limit,
        outcomes: [...tried, ...silent],
      },
    ];
  });
