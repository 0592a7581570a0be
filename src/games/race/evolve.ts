import type { PlayerId } from "../../core/ids.ts";
import { rekeyed } from "../../core/right.ts";
import { tallied } from "./scoring.ts";
import type { BuzzDraw, Buzzing, Phase, Race, RaceEvent, Standing } from "./state.ts";

/** Records an event. An event that does not fit the phase changes nothing. */
export const evolve = (race: Race | undefined, event: RaceEvent): Race => {
  if (event.type === "started") return begun(event);
  if (race === undefined) throw new Error(`a race begins with "started", not "${event.type}"`);
  const { phase } = race;
  switch (event.type) {
    case "entered":
      return withPresence(race, event.player, "here");
    case "departed":
      return withoutPress(withPresence(race, event.player, event.gone ? "gone" : "away"), event.player);
    case "opened": {
      const { at: openedAt, endsAt } = event;
      const open: Phase = { name: "buzzing", openedAt, endsAt, spent: 0, tries: [], presses: new Map() };
      return { ...race, current: race.current + 1, phase: open };
    }
    case "pressed": {
      if (phase.name !== "buzzing") return race;
      const presses = new Map(phase.presses).set(event.player, event.at);
      return { ...race, phase: { ...phase, presses, drawAt: event.drawAt } };
    }
    case "buzzed": {
      if (phase.name !== "buzzing") return race;
      const { player, among, at: openedAt, endsAt } = event;
      const { tries, presses, spent: before } = phase;
      const pressed = before + (presses.get(player) ?? openedAt) - phase.openedAt;
      const spent = before + openedAt - phase.openedAt;
      return {
        ...race,
        draws: among < 2 ? race.draws : [...race.draws, drawIn(race, phase, player)],
        phase: { name: "answering", openedAt, endsAt, spent, tries, player, among, pressed },
      };
    }
    case "missed": {
      if (phase.name !== "answering") return race;
      const { made, at: openedAt, endsAt } = event;
      const tries = [...phase.tries, made];
      return {
        ...race,
        phase: { name: "buzzing", openedAt, endsAt, spent: phase.spent, tries, presses: new Map() },
      };
    }
    case "closed": {
      const next: Race = {
        ...race,
        closed: [...race.closed, event.round],
        phase: { name: "reveal", endsAt: event.endsAt },
      };
      return { ...next, players: tallied(next) };
    }
    case "scored":
      return { ...race, phase: { name: "scores", endsAt: event.endsAt } };
    case "extended":
      return { ...race, questions: [...race.questions, ...event.questions], more: event.more };
    case "corrected":
      return corrected(race, event);
    case "ended":
      return { ...race, phase: { name: "podium", standings: event.standings, counts: event.counts } };
  }
};

const begun = (event: RaceEvent & { readonly type: "started" }): Race => {
  const { type: _, players, endsAt, ...set } = event;
  return {
    ...set,
    struck: new Set(),
    current: -1,
    players: new Map(players.map((player) => [player, { won: 0, wrong: 0, presence: "here" }])),
    closed: [],
    draws: [],
    phase: { name: "countdown", endsAt },
  };
};

const drawIn = ({ questions, current }: Race, { tries, presses }: Buzzing, player: PlayerId): BuzzDraw => ({
  from: { question: questions[current]?.id ?? "", tries: tries.length, pressed: [...presses.keys()].toSorted() },
  drawn: player,
});

const withPresence = (race: Race, player: PlayerId, presence: Standing["presence"]): Race => ({
  ...race,
  players: new Map(race.players).set(player, { ...(race.players.get(player) ?? { won: 0, wrong: 0 }), presence }),
});

/** Who has gone can't have the buzz. */
const withoutPress = (race: Race, player: PlayerId): Race => {
  const { phase } = race;
  if (phase.name !== "buzzing" || !phase.presses.has(player)) return race;
  const presses = new Map(phase.presses);
  presses.delete(player);
  const { drawAt, ...rest } = phase;
  return { ...race, phase: { ...rest, presses, ...(presses.size === 0 || drawAt === undefined ? {} : { drawAt }) } };
};

const corrected = (race: Race, { question, key }: RaceEvent & { readonly type: "corrected" }): Race => {
  const next: Race = {
    ...race,
    questions: race.questions.map((one) => (one.id === question && key !== null ? rekeyed(one, key) : one)),
    struck: key === null ? new Set(race.struck).add(question) : race.struck,
  };
  return { ...next, players: tallied(next) };
};
