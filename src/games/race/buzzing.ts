import { accept, type Decision, refuse } from "../../core/decider.ts";
import type { GameReason } from "../../core/game.ts";
import type { PlayerId } from "../../core/ids.ts";
import { seededRandom } from "../../core/random.ts";
import { evolve } from "./evolve.ts";
import type { Buzzing, BuzzDraw, Race, RaceEvent } from "./state.ts";

/**
 * All who press within this of the first have pressed at once, in ms: who is nearer to the server by some of a second's
 * tenth is not faster (rule B3).
 */
const atOnceMs = 100;

/** Who is here and may still press in this question. */
export const eligible = ({ players, phase }: Race): readonly PlayerId[] => {
  if (phase.name !== "buzzing") return [];
  const out = new Set(phase.tries.map(({ player }) => player));
  return [...players].filter(([id, { presence }]) => presence === "here" && !out.has(id)).map(([id]) => id);
};

export const press = (race: Race, player: PlayerId, now: number): Decision<RaceEvent, GameReason> => {
  const { phase } = race;
  if (phase.name !== "buzzing") return refuse("too_late");
  if (phase.tries.some((made) => made.player === player)) return refuse("locked_out");
  if (phase.presses.has(player)) return refuse("already_answered");
  if (now >= (phase.drawAt ?? phase.endsAt)) return refuse("too_late");
  const drawAt = phase.drawAt ?? Math.min(now + atOnceMs, phase.endsAt);
  const pressed: RaceEvent = { type: "pressed", player, at: now, drawAt };
  return accept([pressed, ...drawnIfAllPressed(evolve(race, pressed), now)]);
};

/** There is nobody to wait for when all have pressed who may. */
export const drawnIfAllPressed = (race: Race, now: number): readonly RaceEvent[] => {
  const { phase } = race;
  if (phase.name !== "buzzing" || phase.presses.size === 0) return [];
  return eligible(race).every((player) => phase.presses.has(player)) ? [drawn(race, phase, now)] : [];
};

/** Whose the buzz is: anybody's who pressed, each as likely as another. What decides nobody knows before the game is over. */
export const drawn = (race: Race, { presses, tries }: Buzzing, at: number): RaceEvent => {
  const pressed = [...presses.keys()].toSorted();
  const question = race.questions[race.current]?.id ?? "";
  const player = drawnOf(race.seed, { question, tries: tries.length, pressed });
  return { type: "buzzed", player, among: pressed.length, at, endsAt: at + race.answerMs };
};

export const drawnOf = (seed: string, { question, tries, pressed }: BuzzDraw["from"]): PlayerId => {
  const random = seededRandom(`${seed}/${question}/buzz ${tries}`);
  return pressed[Math.floor(random() * pressed.length)] as PlayerId;
};
