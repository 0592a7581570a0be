import type { Ask } from "../../src/core/ask.ts";
import { accept } from "../../src/core/decider.ts";
import { asAnyGame, type Game } from "../../src/core/game.ts";
import type { PlayerId } from "../../src/core/ids.ts";

/** The smallest mode that uses all a mode can: everybody writes one word, and the longest wins. */
type Toy = {
  readonly seed: string;
  readonly loud: boolean;
  readonly players: readonly PlayerId[];
  readonly words: ReadonlyMap<PlayerId, string>;
  readonly over: boolean;
  readonly stopped: boolean;
};

type ToyEvent =
  | { readonly type: "started"; readonly seed: string; readonly loud: boolean; readonly players: readonly PlayerId[] }
  | { readonly type: "wrote"; readonly player: PlayerId; readonly word: string }
  | { readonly type: "ended"; readonly stopped: boolean };

const wordAsk = (shown: boolean): Ask => ({
  id: shown ? "word" : "secret",
  what: "write",
  purpose: "word",
  prompt: "A word?",
  most: 10,
  shown,
  endsAt: 5000,
});

const scores = ({ players, words }: Toy) =>
  players
    .map((player) => ({ player, score: words.get(player)?.length ?? 0, right: 0 }))
    .toSorted((one, other) => other.score - one.score)
    .map((line, index) => ({ ...line, rank: index + 1 }));

const toy: Game<Toy, ToyEvent> = {
  mode: "toy",
  options: { loud: { kind: "switch", fallback: true }, rounds: { kind: "number", least: 1, most: 3, fallback: 1 } },
  needsNoQuestions: true,
  start: ({ seed, options, players }) => [
    { type: "started", seed, loud: options["loud"] === true, players: players.map(({ id }) => id) },
  ],
  decide: (_state, command) => {
    if (command.type === "move") {
      return accept([{ type: "wrote", player: command.player, word: command.move.text ?? "" }]);
    }
    return accept(
      command.type === "tick" || command.type === "stop" ? [{ type: "ended", stopped: command.type === "stop" }] : [],
    );
  },
  evolve: (state, event) => {
    if (event.type === "started") return { ...event, words: new Map(), over: false, stopped: false };
    if (state === undefined) throw new Error("a toy begins with its start");
    if (event.type === "ended") return { ...state, over: true, stopped: event.stopped };
    return { ...state, words: new Map(state.words).set(event.player, event.word) };
  },
  nextDeadline: ({ over }) => (over ? undefined : 5000),
  view: (state) => ({
    number: 1,
    total: 1,
    phase: state.over ? "podium" : "writing",
    phaseEndsAt: state.over ? undefined : 5000,
    phaseMs: 5000,
    stopped: state.stopped,
    question: undefined,
    reveal: undefined,
    players: new Map(
      scores(state).map(({ player, score, rank }) => [
        player,
        { score, rank, streak: 0, answered: state.words.has(player) },
      ]),
    ),
    more: { written: state.words.size },
    hushed: !state.loud && !state.over,
  }),
  viewFor: () => ({ answer: null, result: null }),
  asks: (state, player) => (state.over || !state.players.includes(player) ? [] : [wordAsk(true), wordAsk(false)]),
  own: (state, player) => ({ word: state.words.get(player) ?? "" }),
  notices: (event) =>
    event.type === "wrote" ? [{ player: "all", type: "wrote", payload: { length: event.word.length } }] : [],
  mayGather: () => false,
  record: () => [],
  asked: () => [],
  result: (state) => (state.over ? { standings: scores(state), counts: false } : undefined),
};

export const toyMode = asAnyGame(toy);
