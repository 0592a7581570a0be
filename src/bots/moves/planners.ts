import { alias } from "./alias.ts";
import { buzz, respond } from "./buzz.ts";
import { lie } from "./lie.ts";
import { guess } from "./guess.ts";
import { momentIn, type Planner } from "./move.ts";
import { answer, closest, wager } from "./quiz-moves.ts";
import { sentence } from "./sentence.ts";
import { suspects } from "./suspects.ts";
import { truth } from "./truth.ts";
import { vote } from "./vote.ts";

/** Any of the choices. */
const anyChoice: Planner = ({ choices = [] }, situation) => ({
  choice: Math.floor(situation.random() * choices.length),
  afterMs: momentIn(situation),
});

/** Any whole number between the bounds. */
const anyNumber: Planner = ({ least = 0, most = 100 }, situation) => ({
  number: Math.floor(least + situation.random() * (most - least + 1)),
  afterMs: momentIn(situation),
});

/** By what is asked for, for whatever nobody has a better way. A text nobody can make up is left unwritten. */
const byKind: Readonly<Record<string, Planner>> = {
  choose: anyChoice,
  number: anyNumber,
  press: (_ask, situation) => ({ afterMs: momentIn(situation, 0.3, 0.9) }),
};

/** By purpose: how a bot does what modes ask for. A line for each purpose that has a way of its own. */
const byPurpose: Readonly<Record<string, Planner>> = {
  alias,
  answer,
  buzz,
  closest,
  guess,
  lie,
  respond,
  suspects,
  truth,
  wager,
  sentence,
  vote,
};

/** How a bot answers an ask of this kind and purpose; undefined when it leaves it. */
export const plannerFor = (purpose: string, what: string): Planner | undefined =>
  Object.hasOwn(byPurpose, purpose) ? byPurpose[purpose] : byKind[what];
