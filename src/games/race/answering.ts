import { accept, type Decision, refuse } from "../../core/decider.ts";
import type { GameReason, PlayMessage, Question } from "../../core/game.ts";
import type { PlayerId } from "../../core/ids.ts";
import { isRight } from "../../core/right.ts";
import { eligible } from "./buzzing.ts";
import { evolve } from "./evolve.ts";
import type { Answering, Race, RaceEvent, Try } from "./state.ts";

type Verdict = Decision<RaceEvent, GameReason>;

/** There is at least as long to buzz after a wrong answer, in ms. */
const leastAgain = 3000;

/** An answer as in a quiz: of who has the buzz, and nobody else. */
export const answer = (race: Race, player: PlayerId, { question, choice, hold }: PlayMessage, now: number): Verdict => {
  const { phase } = race;
  const asked = race.questions[race.current];
  if (asked === undefined || (phase.name !== "buzzing" && phase.name !== "answering")) {
    return refuse(asked?.id === question ? "too_late" : "no_open_question");
  }
  if (question !== asked.id) return refuse("wrong_question");
  return hold === true ? accept([]) : choose(race, player, choice, now);
};

/** What who has the buzz takes for right (rules B5 and B6). */
export const choose = (race: Race, player: PlayerId, choice: number, now: number): Verdict => {
  const { phase } = race;
  const tries = phase.name === "buzzing" || phase.name === "answering" ? phase.tries : [];
  if (tries.some((made) => made.player === player)) return refuse("locked_out");
  if (phase.name !== "answering" || phase.player !== player) return refuse("no_open_question");
  if (now >= phase.endsAt) return refuse("too_late");
  const question = race.questions[race.current] as Question;
  if (question.choices[choice] === undefined || tries.some((made) => made.choice === choice)) {
    return refuse("no_such_choice");
  }
  const made: Try = { player, choice, time: phase.pressed + now - phase.openedAt };
  return accept(isRight(question, choice) ? [closed(race, [...tries, made], now)] : missed(race, phase, made, now));
};

/** Who has the buzz says nothing, or has gone. */
export const silent = (race: Race, phase: Answering, at: number): readonly RaceEvent[] => {
  const time = phase.pressed + Math.max(0, Math.min(at, phase.endsAt) - phase.openedAt);
  return missed(race, phase, { player: phase.player, choice: null, time }, at);
};

/** Buzzing opens again for the others with the time that was left; where there are none, the question is over. */
const missed = (race: Race, phase: Answering, made: Try, at: number): readonly RaceEvent[] => {
  const left = Math.max(race.buzzMs - phase.spent, Math.min(leastAgain, race.buzzMs));
  const event: RaceEvent = { type: "missed", made, at, endsAt: at + left };
  return [event, ...closedIfNobodyMay(evolve(race, event), at)];
};

/** A question is over when everybody who is here is locked out. */
export const closedIfNobodyMay = (race: Race, at: number): readonly RaceEvent[] => {
  const { phase } = race;
  if (phase.name !== "buzzing" || eligible(race).length > 0) return [];
  const isAnybodyHere = [...race.players.values()].some(({ presence }) => presence === "here");
  return isAnybodyHere ? [closed(race, phase.tries, at)] : [];
};

export const closed = (race: Race, tries: readonly Try[], at: number): RaceEvent => {
  const tried = new Set(tries.map(({ player }) => player));
  const quiet = [...race.players].filter(([id, { presence }]) => presence !== "gone" && !tried.has(id));
  const { id } = race.questions[race.current] as Question;
  return {
    type: "closed",
    round: { question: id, tries, silent: quiet.map(([player]) => player) },
    endsAt: at + race.timings.reveal,
  };
};
