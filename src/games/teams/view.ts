import type { Ask } from "../../core/ask.ts";
import type { GameNotice, GameView, PlayerView } from "../../core/game.ts";
import type { PlayerId } from "../../core/ids.ts";
import { onceFor } from "../../core/once.ts";
import { quiz as quizGame } from "../quiz/index.ts";
import { standingsOf, type TeamStanding } from "./scoring.ts";
import type { TeamLine, Teams, TeamsEvent } from "./state.ts";

const longestLine = 200;

/** The quiz as everybody sees it, with each one's side and how the sides stand. */
export const view = onceFor((teams: Teams): GameView =>
  teams.quiz === undefined ? gatheringView(teams) : quizView(teams, teams.quiz),
);

type Shown = Omit<TeamStanding, "members"> & { readonly members: number; readonly captain: string };

const shownTeams = (teams: Teams, inOrder: boolean): readonly Shown[] => {
  const standings = standingsOf(teams).map(({ members, ...one }) => ({
    ...one,
    members: members.length,
    captain: (teams.captains.get(one.team) ?? "") as string,
  }));
  return inOrder
    ? standings
    : standings.toSorted((one, other) => teams.sides.indexOf(one.team) - teams.sides.indexOf(other.team));
};

const unplayed: PlayerView = { score: 0, streak: 0, rank: 0, answered: false };

const gatheringView = (teams: Teams): GameView => {
  const { gathering, sideOf, opening } = teams;
  const players = [...(gathering?.players.keys() ?? [])].map(
    (player) => [player, { ...unplayed, team: sideOf.get(player) ?? "", answered: sideOf.has(player) }] as const,
  );
  return {
    number: 0,
    total: opening.questions.length + (opening.more ?? 0),
    phase: "gathering",
    phaseEndsAt: gathering?.endsAt,
    phaseMs: gathering?.endsAt ?? 0,
    stopped: false,
    question: undefined,
    reveal: undefined,
    players: new Map(players),
    more: { teams: shownTeams(teams, false), final: false },
  };
};

const quizView = (teams: Teams, quiz: NonNullable<Teams["quiz"]>): GameView => {
  const inner = quizGame.view(quiz);
  const places = new Map(standingsOf(teams).map((place) => [place.team, place]));
  const isOver = inner.phase === "podium";
  const players = [...inner.players].map(([player, one]) => {
    const team = teams.sideOf.get(player);
    const place = team === undefined ? undefined : places.get(team);
    // On the podium everybody stands where their side stands (rule P2).
    const { score, rank } = isOver && place !== undefined ? place : one;
    return [player, { ...one, score, rank, team: team ?? "" }] as const;
  });
  return {
    ...inner,
    players: new Map(players),
    more: { ...inner.more, teams: shownTeams(teams, true), final: teams.captains.size > 0 },
  };
};

/** What a player may do for their side: pick one, and talk within it. */
export const asks = (teams: Teams, player: PlayerId): readonly Ask[] => {
  const { gathering, sideOf, sides, quiz } = teams;
  if (gathering !== undefined) {
    if (!gathering.players.has(player)) return [];
    return [
      {
        id: "side",
        what: "choose",
        purpose: "side",
        prompt: "",
        choices: sides,
        repeats: true,
        endsAt: gathering.endsAt,
      },
    ];
  }
  if (!sideOf.has(player) || quiz === undefined || quiz.phase.name === "podium") return [];
  return [
    { id: "team_line", what: "write", purpose: "team_line", prompt: "", most: longestLine, shown: true, repeats: true },
    ...(quizGame.asks?.(quiz, player) ?? []),
  ];
};

const lineOf = ({ player, team, text, at }: TeamLine) => ({ player, team, text, at });

/** What a side says goes to its members alone; the rest is the quiz's. */
export const notices = (event: TeamsEvent, teams: Teams): readonly GameNotice[] => {
  if (event.type === "said") {
    const payload = lineOf(event);
    return [...teams.sideOf]
      .filter(([, side]) => side === event.team)
      .map(([player]) => ({ player, type: "team_line", payload }));
  }
  return event.type === "quiz" && teams.quiz !== undefined ? quizGame.notices(event.event, teams.quiz) : [];
};

export const recall = ({ lines, sideOf }: Teams, player: PlayerId | undefined): readonly Omit<GameNotice, "player">[] =>
  player === undefined
    ? []
    : lines
        .filter(({ team }) => team === sideOf.get(player))
        .map((line) => ({ type: "team_line", payload: lineOf(line) }));
