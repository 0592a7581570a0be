import { seat } from "../../store.ts";
import { inList } from "../../text/figures.ts";
import { nameOf, ownView, partOf } from "../view.ts";

/** How many lives all began with, how many right answers bring a ghost back, and how it stands. */
export type SurvivalShown = {
  readonly lives: number;
  readonly comeback: number;
  readonly left: number;
  readonly sudden: boolean;
};

/** What the question before took and gave, by player. */
export type Toll = {
  readonly lost: readonly string[];
  readonly fell: readonly string[];
  readonly back: readonly string[];
  readonly draw: boolean;
};

type Counts = Readonly<Record<string, number>>;
type Own = { readonly life?: { readonly lives: number; readonly run: number; readonly returned: boolean } } | undefined;

export const survivalShown = (): SurvivalShown | undefined => partOf("survival") as SurvivalShown | undefined;
export const tollShown = (): Toll | undefined => partOf("toll") as Toll | undefined;

const countIn = (part: string, player: string): number | undefined => {
  const counts = partOf(part) as Counts | undefined;
  return counts !== undefined && Object.hasOwn(counts, player) ? counts[player] : undefined;
};

/** How many lives somebody has; a ghost has none. */
export const livesOf = (player: string): number => countIn("lives", player) ?? 0;
/** How many right answers in a row a ghost has. */
const runOf = (player: string): number => countIn("ghosts", player) ?? 0;

/** One's own; where many play, it is told to each alone. */
export const ownLives = (): number => (ownView() as Own)?.life?.lives ?? livesOf(seat.value);
export const ownRun = (): number => (ownView() as Own)?.life?.run ?? runOf(seat.value);

const namedMost = 5;

/** Some names in a line, and how many more there are. */
export const namesOf = (players: readonly string[]): string => {
  const shown = players.slice(0, namedMost).map(nameOf);
  return inList(players.length > namedMost ? [...shown, `+${players.length - namedMost}`] : shown);
};
