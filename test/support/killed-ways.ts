import { type KilledTable, type Stop, type Way } from "./killed-table.ts";
import { mineOf } from "./play.ts";
import type { Seat } from "./seat.ts";

const at = (...phases: readonly string[]): readonly Stop[] => phases.map((phase) => ({ phase }));

const partOf = (seat: Seat, name: string): unknown => JSON.parse(seat.state.game.more.get(name) ?? "null");

const quiz: Way = {
  settings: { options: { wager: true } },
  // There are a few seconds to stake something, whatever the pace: so this one is stopped.
  stops: [
    ...at("countdown", "question", "reveal", "scores"),
    { phase: "wager", half: true, paused: true },
    ...at("podium"),
  ],
  scoresIn: "scores",
};

const teams: Way = {
  settings: { options: { sides: "picked" } },
  stops: at("gathering", "countdown", "question", "reveal", "scores", "question", "podium"),
  scoresIn: "scores",
};

const survival: Way = {
  settings: {},
  stops: [...at("countdown", "question"), { phase: "question", paused: true }, ...at("reveal", "scores", "podium")],
  scoresIn: "scores",
};

type Buzz = { readonly player: string | null };

const press = (table: KilledTable, index: number): Promise<boolean> =>
  table.request(index, "move", { ask: table.asks(index)[0]?.id ?? "" });
const hasBuzz = (table: KilledTable, index: number): Promise<void> =>
  table.sees("the buzz", (seat) => (partOf(seat, "buzz") as Buzz | null)?.player === table.people[index]?.id);

const race: Way = {
  settings: { options: { goal: 3 } },
  byHand: true,
  stops: [
    { phase: "countdown" },
    {
      phase: "answering",
      reach: async (table) => {
        await table.goOn();
        await table.look();
        await press(table, 0);
        await hasBuzz(table, 0);
      },
    },
    { phase: "buzzing", reach: (table) => table.answer(0, false) },
    {
      phase: "buzzing",
      sudden: async (table) => {
        await press(table, 1);
        return () => hasBuzz(table, 1);
      },
    },
    { phase: "reveal", reach: (table) => table.answer(1, true) },
    ...at("scores", "podium"),
  ],
  scoresIn: "scores",
};

const bluff: Way = {
  settings: { options: { writing: 180, voting: 120 } },
  stops: at("countdown", "writing", "voting", "unmask", "scores", "podium"),
  scoresIn: "scores",
};

type Unmasked = {
  readonly votes: readonly { readonly player: string; readonly points: number; readonly fooling: number }[];
};
type Aliases = { readonly aliases: readonly string[]; readonly waiting: readonly unknown[] };

const aliasesOf = (seat: Seat): Aliases | undefined => mineOf(seat)?.own as Aliases | undefined;
const lines = (seat: Seat): readonly { readonly text: string }[] =>
  seat.heard.filter(({ type }) => (type as string) === "line").map(({ payload }) => payload as { text: string });

const findTheBot: Way = {
  settings: { options: { rounds: 1, talk: 300, vote: 120 } },
  stops: [
    { phase: "countdown" },
    {
      phase: "talking",
      settle: (table) =>
        table.sees("their lines", (seat) => lines(seat).length >= 2 && aliasesOf(seat)?.waiting.length === 0),
    },
    {
      phase: "talking",
      sudden: async (table) => {
        const text = "one more thing, wait";
        await table.request(0, "move", { ask: table.asks(0)[0]?.id ?? "", text });
        return () => table.sees("it once", (seat) => lines(seat).filter((line) => line.text === text).length === 1);
      },
    },
    ...at("voting", "unmasked", "scores", "podium"),
  ],
  brings: {
    phase: "unmasked",
    points: (seat, id) => {
      const mark = (partOf(seat, "unmasked") as Unmasked | null)?.votes.find(({ player }) => player === id);
      return (mark?.points ?? 0) + (mark?.fooling ?? 0);
    },
  },
  scoresIn: "scores",
};

const higherOrLower: Way = {
  settings: {},
  stops: at("countdown", "guessing", "shown", "scores", "podium"),
  brings: {
    phase: "shown",
    points: (seat) => (mineOf(seat)?.own as { readonly points: number } | null)?.points ?? 0,
  },
  scoresIn: "scores",
};

type Chosen = readonly { readonly player: string; readonly points: number }[];

const story: Way = {
  settings: { options: { turns: "votes", sentences: 2, seconds: 180 } },
  stops: at("countdown", "writing", "choosing", "chosen", "podium"),
  brings: {
    phase: "chosen",
    points: (seat, id) => (partOf(seat, "chosen") as Chosen | null)?.find(({ player }) => player === id)?.points ?? 0,
  },
  scoresIn: "podium",
};

/** How each mode is played from kill to kill, by its name. */
export const ways: Readonly<Record<string, Way>> = {
  quiz,
  teams,
  survival,
  race,
  bluff,
  "find-the-bot": findTheBot,
  "higher-or-lower": higherOrLower,
  story,
};
