import { accept, type Decision, refuse } from "../../core/decider.ts";
import type { GameReason } from "../../core/game.ts";
import type { PlayerId } from "../../core/ids.ts";
import { seededRandom } from "../../core/random.ts";
import type { FindTheBot, FindTheBotEvent, Line, Phase, Round, Waiting } from "./state.ts";

export type Verdict = Decision<FindTheBotEvent, GameReason>;
type Talking = Phase & { readonly name: "talking" };

const mostWaiting = 2;
const mostLines = 60;
const mostBeats = 3;

/** The ask by which a line is written under an alias. */
export const speakId = (number: number, alias: string): string => `speak-${number}-${alias}`;

/** Takes a line, to be told a little later than it came (rules T1 to T3). */
export const write = (state: FindTheBot, player: PlayerId, ask: string, written: string, now: number): Verdict => {
  const { phase, round, number, seed, beatMs } = state;
  if (phase.name !== "talking" || round === undefined) return refuse("no_such_ask");
  const alias = round.aliases.find((one) => one.player === player && speakId(number, one.id) === ask)?.id;
  if (alias === undefined) return refuse("no_such_ask");
  if (now >= phase.endsAt) return refuse("too_late");
  const text = written.replace(/\s+/gu, " ").trim();
  if (text === "") return refuse("malformed");
  const own = phase.waiting.filter((one) => one.alias === alias);
  const told = round.lines.filter((one) => one.alias === alias).length;
  if (own.length >= mostWaiting || told + own.length >= mostLines) return refuse("too_fast");
  const from = Math.max(beatBefore(state, round, now) + beatMs, own.at(-1)?.until ?? 0);
  const beats = 1 + Math.floor(seededRandom(`${seed}/line ${number}/${phase.written}`)() * mostBeats);
  return accept([{ type: "wrote", player, alias, text, from, until: from + beats * beatMs }]);
};

/** The last beat that is not after this instant. */
const beatBefore = ({ beatMs }: FindTheBot, { openedAt }: Round, at: number): number =>
  openedAt + Math.floor((at - openedAt) / beatMs) * beatMs;

/** When there is something to show, or the talk is over. */
export const dueIn = ({ endsAt, shownAt, waiting }: Talking): number =>
  waiting.reduce((soonest, { from, until }) => Math.min(soonest, from > shownAt ? from : until), endsAt);

/** Shows what is due. */
export const beat = (state: FindTheBot, round: Round, phase: Talking, now: number): Verdict => {
  if (dueIn(phase) > now) return accept([]);
  const at = beatBefore(state, round, now);
  return accept([{ type: "beat", at, told: phase.waiting.filter(({ until }) => until <= at).length }]);
};

/** Ends the talk (rule T4). */
export const hush = ({ voteMs }: FindTheBot, { waiting }: Talking, at: number): FindTheBotEvent => ({
  type: "hushed",
  at,
  told: waiting.length,
  endsAt: at + voteMs,
});

/** What is told at an instant, by alias, so that the order in which it was written is nobody's business. */
export const linesOf = (round: Round, told: readonly Waiting[], at: number): readonly Line[] => {
  const place = new Map(round.aliases.map(({ id }, index) => [id, index]));
  return told
    .toSorted((a, b) => (place.get(a.alias) ?? 0) - (place.get(b.alias) ?? 0) || a.until - b.until)
    .map(({ alias, text }) => ({ alias, text, at: at - round.openedAt }));
};
