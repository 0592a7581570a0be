import type { PlayerId } from "../../core/ids.ts";
import { type Random, seededRandom, shuffle } from "../../core/random.ts";
import { names } from "./names.ts";
import { prompts } from "./prompts.ts";
import type { Alias, FindTheBot, Standing } from "./state.ts";

const mostAliases = 16;
const mostAdded = 6;
/** So many bots talk with who is alone. */
const mostForOne = 3;
const noBots = 0.25;

/** The prompt of a round, its aliases, and who is behind them (rules M1 to M7). */
export const deal = (
  { seed, players, used }: FindTheBot,
  number: number,
): { readonly prompt: string; readonly aliases: readonly Alias[] } => {
  // Of a stream of their own, so that names and colours are the same whoever plays.
  const random = seededRandom(`${seed}/names ${number}`);
  const seats = seatsFor([...players], seededRandom(`${seed}/seats ${number}`));
  const free = freeNames(players, used);
  const drawn = shuffle(free, random).slice(0, seats.length).toSorted();
  const colours = shuffle([...Array(mostAliases).keys()], random);
  const aliases = drawn.map((name, index) => ({
    id: `a${index + 1}`,
    name,
    colour: colours[index] as number,
    player: seats[index] as PlayerId,
  }));
  const order = shuffle(prompts, seededRandom(`${seed}/prompts`));
  return { prompt: order[(number - 1) % order.length]?.id ?? "", aliases };
};

/** Who is behind the aliases, one entry for each. */
const seatsFor = (players: readonly (readonly [PlayerId, Standing])[], random: Random): readonly PlayerId[] => {
  const here = players.filter(([, { presence }]) => presence === "here");
  const of = (isBot: boolean) =>
    shuffle(
      here.filter(([, { bot }]) => bot === isBot).map(([id]) => id),
      random,
    );
  const [people, bots] = [of(false), of(true)];
  const added = Math.min(bots.length, people.length < 2 ? mostForOne : people.length, mostAdded);
  const talking = people.slice(0, mostAliases - added);
  const taken = people.length < 2 ? added : countOf(added, random);
  return shuffle([...talking, ...bots.slice(0, taken), ...talking.slice(0, added - taken)], random);
};

/** Rather few than many, so that who has one name alone can't conclude that most others are bots. */
const countOf = (added: number, random: Random): number => {
  if (random() < noBots || added === 0) return 0;
  const counts = Array.from({ length: added }, (_, index) => Array<number>(added - index).fill(index + 1)).flat();
  return counts[Math.floor(random() * counts.length)] as number;
};

/** Names that nobody has, those of earlier rounds only when there are too few others. */
const freeNames = (players: FindTheBot["players"], used: readonly string[]): readonly string[] => {
  const taken = [...players.values()].map(({ name }) => name.normalize("NFKC").toLowerCase());
  const free = names.filter((name) => !taken.some((one) => areAlike(one, name.toLowerCase())));
  const fresh = free.filter((name) => !used.includes(name));
  return [fresh, free].find(({ length }) => length >= mostAliases) ?? lastResort;
};

/** In a lobby where most of the words are somebody's name. */
const lastResort: readonly string[] = names.map((name) => `${name} ${name}`);

const areAlike = (one: string, other: string): boolean =>
  one === other || (one.length > 2 && (one.includes(other) || other.includes(one)));
