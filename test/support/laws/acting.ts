import type { Ask, Move } from "../../../src/core/ask.ts";
import type { AnyGame, AnyGameState, GameCommand, GameView, Player, Question } from "../../../src/core/game.ts";
import { crew, type Setting } from "./setting.ts";
import type { Step } from "./script.ts";

const waits = [0, 0, 0, 1, 20, 40, 100, 250, 700, 1500, 4000, 9999];

/** How long a step waits, in ms. */
export const waitOf = ([wait]: Step): number => waits[wait] ?? 0;

const texts = [
  "Lottery tickets",
  "lottery ticket",
  "Roasted nuts",
  " ",
  "7",
  "…",
  "¿Qué? 🎈",
  "x".repeat(300),
  "Olive  oil",
];

/** What a game is at, as far as it matters for what is done next. */
type Scene = {
  readonly game: AnyGame;
  readonly state: AnyGameState;
  readonly view: GameView;
  readonly setting: Setting;
};

/** Something that can happen in every mode, more often than not what somebody is asked to do. */
export const commandOf = (scene: Scene, [, act, who, what]: Step): GameCommand => {
  const { id: player, name, bot } = crew[who % crew.length] as Player;
  if (act < 58) return played(scene, who, what);
  if (act < 78) return { type: "tick" };
  if (act < 83) return { type: "skip" };
  if (act < 88) return { type: "depart", player, gone: what % 3 === 0 };
  if (act < 93) return { type: "enter", player, name, bot };
  if (act < 95) return { type: "play", player, message: strayAnswer(what) };
  if (act < 97) return { type: "correct", question: `q${1 + (who % 4)}`, key: [null, 0, 1, 2, 3, 9][what % 6] ?? null };
  if (act < 99) return { type: "extend", questions: scene.setting.later, last: what % 2 === 0 };
  return { type: "stop" };
};

const strayAnswer = (what: number) => ({
  type: "answer" as const,
  question: what % 2 === 0 ? `q${1 + (what % 3)}` : "none",
  choice: [-1, 0, 1, 2, 3, 4, 1e9, 0.5][what % 8] ?? 0,
  ...(what % 3 === 0 ? { hold: true } : {}),
});

/** What somebody has to do, from this player on; where nobody has anything to do, time passes. */
const played = ({ game, state, view }: Scene, who: number, what: number): GameCommand => {
  const key = game.asked(state).at(-1);
  for (let nth = 0; nth < crew.length; nth++) {
    const { id: player } = crew[(who + nth) % crew.length] as Player;
    const asks = game.asks?.(state, player) ?? [];
    const ask = asks[what % asks.length];
    // Who may write as often as they like may also do something else.
    const isDue = ask !== undefined && (ask.repeats !== true || view.question === undefined || what % 3 === 0);
    if (isDue) return { type: "move", player, ask, move: moveFor(ask, what, key) };
    const isOpen = view.question !== undefined && view.players.get(player)?.answered === false;
    if (isOpen && view.reveal === undefined && asks.length <= (ask?.repeats === true ? 1 : 0)) {
      const { id: question, choices } = view.question;
      const choice = what % 2 === 0 ? (key?.key ?? 0) : Math.floor(what / 2) % Math.max(1, choices.length);
      return {
        type: "play",
        player,
        message: { type: "answer", question, choice, ...(what % 11 === 0 ? { hold: true } : {}) },
      };
    }
  }
  return { type: "tick" };
};

/** A move that fits: the kit lets no other through. Half of them are right where something is right. */
const moveFor = (ask: Ask, what: number, key: Question | undefined): Move => {
  const isRight = what % 2 === 0;
  const dice = Math.floor(what / 2);
  switch (ask.what) {
    case "choose": {
      const choices = ask.choices ?? [];
      const right = key?.choices === choices ? key.key : -1;
      return { ask: ask.id, choice: isRight && right >= 0 ? right : dice % choices.length };
    }
    case "write": {
      const right = key?.choices[key.key] ?? "";
      const text = isRight && dice % 3 === 0 && right !== "" ? right : (texts[dice % texts.length] as string);
      return { ask: ask.id, text: text.slice(0, ask.most) };
    }
    case "number": {
      const { least = -1000, most = 1000 } = ask;
      const drawn = least + (dice % (most - least + 1)) + (dice % 17 === 0 ? 0.5 : 0);
      const right = key?.number?.value;
      return { ask: ask.id, number: isRight && right !== undefined ? right : Math.min(most, drawn) };
    }
    case "press":
      return { ask: ask.id };
  }
};
