import type { Step } from "../src/core/actor.ts";
import type { ConductNews } from "../src/conduct/conduct.ts";
import type { NewReview } from "../src/conduct/reviews.ts";
import type { AnyGame, KeptStory, Question, QuestionRecord } from "../src/core/game.ts";
import type { LobbyEvent } from "../src/lobby/events.ts";
import type { Games } from "../src/lobby/evolve.ts";
import { type Lobby, playOf } from "../src/lobby/state.ts";
import type { CareNews } from "../src/questions/care.ts";
import type { GivenAnswer } from "../src/questions/hardness.ts";
import { webhookEventsOf } from "../src/webhooks/events.ts";
import type { OutboxRow } from "../src/webhooks/outbox.ts";
import { conductIn, noConduct, reviewIn } from "./conduct-news.ts";

/** A game that is over, complete enough for boards and for a page of its own. */
export type OverGame = LobbyEvent & { readonly type: "game_completed" } & {
  readonly lobby: string;
  /** The number of the event in its lobby's journal, from 1. */
  readonly seq: number;
  readonly detail: readonly QuestionRecord[];
  readonly story: KeptStory | undefined;
};

/**
 * What becomes true together with a batch of events, or not at all: games that count, what others are told, and what
 * is learned about questions.
 */
export type LobbyExtra = {
  readonly games: readonly OverGame[];
  readonly told: readonly OutboxRow[];
  readonly care: CareNews;
  /** From which is learned how hard questions are. */
  readonly answers: readonly GivenAnswer[];
  readonly conduct: ConductNews;
  /** What moderators should look at. */
  readonly reviews: readonly NewReview[];
};

/** Most batches bring about nothing but themselves. */
export const noExtra: LobbyExtra = {
  games: [],
  told: [],
  care: { plays: [], reports: [] },
  answers: [],
  conduct: noConduct,
  reviews: [],
};

/** What a batch brings about, `noExtra` if nothing; `before` is the lobby without it, and `length` is how many events that has had. */
export const extraOf = (
  games: Games,
  before: Lobby,
  steps: readonly Step<Lobby, LobbyEvent>[],
  length: number,
): LobbyExtra => {
  const over: OverGame[] = [];
  const told: OutboxRow[] = [];
  const plays: CareNews["plays"][number][] = [];
  const reports: CareNews["reports"][number][] = [];
  const answers: GivenAnswer[] = [];
  const conduct: ConductNews[] = [];
  const reviews: NewReview[] = [];
  let was = before;
  steps.forEach(({ event, state }, index) => {
    const seq = length + index + 1;
    if (event.type === "game_completed" && event.counts) {
      over.push({ ...event, lobby: state.code, seq, detail: detailOf(games, state), story: storyOf(games, state) });
    }
    if (event.type === "game_completed" && games.get(event.mode)?.isNoMeasure !== true) {
      const detail = detailOf(games, state);
      plays.push(...playsIn(event, detail));
      answers.push(...answersIn(event, detail));
    }
    if (event.type === "reported" && event.question !== undefined) {
      const { question, player, reason, at, game = "" } = event;
      const shown = askedIn(games, state).find(({ id }) => id === question);
      reports.push({ question, player, lobby: state.code, game, reason, at, shown: shown && shownOf(shown) });
    }
    for (const news of webhookEventsOf(event, { before: was, after: state, games })) told.push({ ...news, seq });
    const news = conductIn({ event, state });
    if (news !== noConduct) conduct.push(news);
    const review = reviewIn({ event, state }, was);
    if (review !== undefined) reviews.push(review);
    was = state;
  });
  const found = over.length + told.length + plays.length + reports.length + conduct.length + reviews.length;
  if (found === 0) return noExtra;
  return { games: over, told, care: { plays, reports }, answers, conduct: together(conduct), reviews };
};

const together = (news: readonly ConductNews[]): ConductNews =>
  news.length === 0
    ? noConduct
    : {
        strikes: news.flatMap(({ strikes }) => strikes),
        sanctions: news.flatMap(({ sanctions }) => sanctions),
        lifted: news.flatMap(({ lifted }) => lifted),
        cleared: news.flatMap(({ cleared }) => cleared),
      };

type Completed = LobbyEvent & { readonly type: "game_completed" };

/** Bots are no measure of a question. */
const peopleIn = ({ standings }: Completed): ReadonlySet<string> =>
  new Set(standings.filter(({ kind }) => kind === "human").map(({ player }) => player));

/** Whether how many are right says how hard the question is: not where it is struck, typed, or for the nearest. */
const tellsOfItself = ({ struck, typed, number }: QuestionRecord): boolean =>
  struck !== true && typed !== true && number === undefined;

const answersIn = (game: Completed, detail: readonly QuestionRecord[]): readonly GivenAnswer[] => {
  const people = peopleIn(game);
  return detail
    .filter(tellsOfItself)
    .flatMap(({ id, difficulty, choices, outcomes }) =>
      outcomes
        .filter(({ player, choice }) => people.has(player) && choice !== null)
        .map(({ player, right }) => ({ player, question: id, label: difficulty, choices: choices.length, right })),
    );
};

/** How people did with each question that stood. */
const playsIn = (game: Completed, detail: readonly QuestionRecord[]): readonly CareNews["plays"][number][] => {
  const people = peopleIn(game);
  return detail
    .filter(tellsOfItself)
    .map((question) => {
      const given = question.outcomes.filter(({ player, choice }) => people.has(player) && choice !== null);
      const right = given.filter((outcome) => outcome.right).length;
      return { id: question.id, question: shownOf(question), plays: given.length, right };
    })
    .filter(({ plays }) => plays > 0);
};

const shownOf = ({ prompt, choices, key, category, explanation }: QuestionRecord | Question) => ({
  prompt,
  choices,
  key,
  category,
  explanation,
});

const askedIn = (games: Games, lobby: Lobby): readonly Question[] => {
  const play = playOf(lobby);
  return play === undefined ? [] : (games.get(play.mode) as AnyGame).asked(play.state);
};

const storyOf = (games: Games, lobby: Lobby): KeptStory | undefined => {
  const play = playOf(lobby);
  return play === undefined ? undefined : (games.get(play.mode) as AnyGame).story?.(play.state);
};

const detailOf = (games: Games, lobby: Lobby): readonly QuestionRecord[] => {
  const play = playOf(lobby);
  return play === undefined ? [] : (games.get(play.mode) as AnyGame).record(play.state);
};
