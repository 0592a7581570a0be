import type { Random } from "../core/random.ts";
import type { SeenState } from "./lobby-feed.ts";

type Evening = SeenState["evening"];

/** What modes are called in what a bot says. */
const names: Readonly<Record<string, string>> = {
  quiz: "a quiz",
  teams: "a team quiz",
  survival: "survival",
  race: "a buzzer race",
  bluff: "bluff",
  "find-the-bot": "find the bot",
  story: "a story we write together",
  "higher-or-lower": "higher or lower",
};

const openings = ["Welcome to the evening!", "Make yourselves comfortable, everybody.", "Here we go, friends."];
const bridges = ["Nicely played.", "That was fun.", "Well done, all of you.", "What a game!"];
const farewells = ["That was our evening.", "And that is all for tonight.", "Curtain!"];

const pick = (lines: readonly string[], random: Random): string => lines[Math.floor(random() * lines.length)] ?? "";

const nextGame = ({ mode, topic }: Evening): string =>
  `${names[mode] ?? mode.replaceAll("-", " ")}${topic === "" ? "" : ` about ${topic}`}`;

/** The names of those who lead the board, best first; nobody who has no points. */
const leadersOf = ({ evening, players }: SeenState): readonly string[] => {
  const best = Math.max(0, ...evening.scores.values());
  if (best === 0) return [];
  return [...evening.scores.entries()]
    .filter(([, score]) => score === best)
    .map(([player]) => players.get(player)?.name ?? "")
    .filter((name) => name !== "");
};

const together = (list: readonly string[]): string =>
  list.length < 2 ? (list[0] ?? "") : `${list.slice(0, -1).join(", ")} and ${list.at(-1)}`;

/** Leads an evening from what everybody sees: a word before each game, and one at the end. */
export class Leader {
  readonly #random: Random;
  #said = "";

  constructor(random: Random) {
    this.#random = random;
  }

  /** What to say at this moment; undefined when there is nothing new. */
  look(state: SeenState): string | undefined {
    const { evening } = state;
    const moment = momentOf(state);
    if (moment === "" || moment === this.#said) return undefined;
    this.#said = moment;
    if (evening.over) return this.#farewell(state);
    const count = `game ${evening.number + (evening.nextAt > 0 ? 1 : 0)} of ${evening.total}`;
    const opening = evening.nextAt > 0 ? pick(bridges, this.#random) : pick(openings, this.#random);
    const leaders = leadersOf(state);
    const ahead =
      leaders.length === 0 || leaders.length > 3
        ? ""
        : ` ${together(leaders)} ${leaders.length === 1 ? "is" : "are"} ahead.`;
    return `${opening}${ahead} Now ${count}: ${nextGame(evening)}.`;
  }

  #farewell(state: SeenState): string {
    const leaders = leadersOf(state);
    const close = pick(farewells, this.#random);
    return leaders.length === 0 ? close : `${close} The evening goes to ${together(leaders)}. Congratulations!`;
  }
}

/** The moments that are worth a word: before the first game, between two, and at the end. */
const momentOf = ({ evening, status }: SeenState): string => {
  if (evening.total === 0) return "";
  if (evening.over)
    return status === "in-progress" ? "" : `over ${evening.total} ${[...evening.scores.values()].join()}`;
  if (evening.nextAt > 0) return `next ${evening.number}`;
  return evening.number === 1 && status === "building" ? "begin" : "";
};
