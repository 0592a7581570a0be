import type { PlayerId } from "../../core/ids.ts";
import { quiz as quizGame } from "../quiz/index.ts";
import type { QuizEvent } from "../quiz/state.ts";
import { candidatesIn } from "./sides.ts";
import { linesKept, type Teams, type TeamsEvent } from "./state.ts";

/** Records an event. What belongs to the quiz inside is recorded by the quiz. */
export const evolve = (teams: Teams | undefined, event: TeamsEvent): Teams => {
  if (event.type === "opened") {
    const { sides, seed, withFinal, opening, players, endsAt } = event;
    return {
      sides,
      seed,
      withFinal,
      opening,
      sideOf: new Map(),
      gathering: { endsAt, players: new Map(players.map(({ id, bot }) => [id, { here: true, bot }])) },
      quiz: undefined,
      captains: new Map(),
      lines: [],
    };
  }
  if (teams === undefined) throw new Error(`a game of teams begins with "opened", not "${event.type}"`);
  switch (event.type) {
    case "came":
      return gathered(teams, (players) => players.set(event.player, { here: true, bot: event.bot }));
    case "went":
      return gathered(teams, (players) => {
        const known = players.get(event.player);
        if (event.gone) players.delete(event.player);
        else if (known !== undefined) players.set(event.player, { ...known, here: false });
      });
    case "picked":
    case "sided":
      return { ...teams, sideOf: new Map(teams.sideOf).set(event.player, event.team) };
    case "formed":
      return {
        ...teams,
        gathering: undefined,
        forming: {
          from: candidatesIn(teams),
          drawn: event.teams.map(({ player, team }) => [player, team]),
        },
        sideOf: new Map(event.teams.map(({ player, team }) => [player, team])),
        quiz: quizGame.evolve(undefined, {
          ...teams.opening,
          players: event.teams.map(({ player }) => player),
          endsAt: event.at + teams.opening.timings.countdown,
        }),
      };
    case "captains":
      return { ...teams, captains: new Map(event.captains.map(({ team, player }) => [team, player])) };
    case "said": {
      const { type: _, ...line } = event;
      return { ...teams, lines: [...teams.lines, line].slice(-linesKept) };
    }
    case "quiz":
      return inQuiz(teams, event.event);
  }
};

/** Questions that come while sides are picked wait with those that the quiz begins with. */
const inQuiz = (teams: Teams, event: QuizEvent): Teams => {
  const { quiz, opening } = teams;
  if (quiz !== undefined) return { ...teams, quiz: quizGame.evolve(quiz, event) };
  if (event.type !== "extended") return teams;
  return { ...teams, opening: { ...opening, questions: [...opening.questions, ...event.questions], more: event.more } };
};

type Players = Map<PlayerId, { readonly here: boolean; readonly bot: boolean }>;

const gathered = (teams: Teams, change: (players: Players) => void): Teams => {
  if (teams.gathering === undefined) return teams;
  const players: Players = new Map(teams.gathering.players);
  change(players);
  return { ...teams, gathering: { ...teams.gathering, players } };
};
