import type { Notices } from "../../src/protocol/notices.ts";
import type { Seat } from "./seat.ts";
import { until } from "./until.ts";

export type Asked = { readonly id: string; readonly prompt: string; readonly choices: readonly string[] };
type Ack = { readonly question: string; readonly choice: number; readonly at: number };
export type Played = {
  readonly ack: Ack;
  readonly asked: Asked;
  /** Server time, ms. */
  readonly openedAt: number;
};

export const questionOf = (seat: Seat): Asked => {
  const { id, prompt, choices } = seat.state.game.question;
  return { id, prompt, choices: [...choices] };
};

const isOver = (seat: Seat): boolean => seat.phase === "podium" || seat.state.status !== "in-progress";

/** Waits for a question that is not one of these; undefined when the game is over. */
export const nextQuestion = async (seat: Seat, known: ReadonlySet<string>): Promise<Asked | undefined> => {
  await until("the next question", () => isOver(seat) || (seat.phase === "question" && !known.has(idOf(seat))), 10_000);
  return isOver(seat) ? undefined : questionOf(seat);
};

const idOf = (seat: Seat): string => seat.state.game.question.id;

/** Answers every question of the game under way; gives what was acknowledged, once the podium is reached. */
export const playOn = async (
  seat: Seat,
  seconds: number,
  choose: (asked: Asked, number: number) => number | Promise<number>,
): Promise<Played[]> => {
  const played: Played[] = [];
  const known = new Set<string>();
  await seat.sees("a game", ({ status }) => status === "in-progress");
  for (;;) {
    const asked = await nextQuestion(seat, known);
    if (asked === undefined) return played;
    known.add(asked.id);
    const openedAt = seat.state.game.phaseEndsAt - seconds * 1000;
    const ack = await seat.ask("answer", { question: asked.id, choice: await choose(asked, known.size) });
    played.push({ asked, ack: ack as Ack, openedAt });
  }
};

/** The players of a lobby as one client sees them, best first. */
export const rankingOf = (seat: Seat) =>
  [...seat.state.players.values()]
    .map(({ id, name, kind, score, rank }) => ({ id, name, kind, score, rank }))
    .toSorted((a, b) => a.rank - b.rank || (a.id < b.id ? -1 : 1));

type Mine = NonNullable<Notices["you"]["mine"]>;

/** What a player was told last for them alone. */
export const mineOf = (seat: Seat): Mine | undefined =>
  seat.all("mine").at(-1) ?? seat.all("you").at(-1)?.mine ?? undefined;

/** What a player is asked for of this purpose now. */
export const askOf = (seat: Seat, purpose: string): Mine["asks"][number] | undefined =>
  mineOf(seat)?.asks.find((ask) => ask.purpose === purpose);

/** Waits until a player is asked for something of this purpose. */
export const askFor = (seat: Seat, purpose: string): Promise<Mine["asks"][number]> =>
  until(`an ask: ${purpose}`, () => askOf(seat, purpose));
