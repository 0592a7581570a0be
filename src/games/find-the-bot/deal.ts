import type { PlayerId } from "../../core/ids.ts";
import { type Random, seededRandom, shuffle } from "../../core/random.ts";
import { names } from "./names.ts";
import { prompts } from "./prompts.ts";
import type { Alias, Deal, FindTheBot } from "./state.ts";

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
  const { prompt, seats } = redealt(seed, { round: number, here: hereOf(players) });
  const free = freeNames(players, used);
  const drawn = shuffle(free, random).slice(0, seats.length).toSorted();
  const colours = shuffle([...Array(mostAliases).keys()], random);
  const aliases = drawn.map((name, index) => ({
    id: `a${index + 1}`,
    name,
    colour: colours[index] as number,
    player: seats[index] as PlayerId,
  }));
  return { prompt, aliases };
};

/** Who is there, and which of them are bots. */
export const hereOf = (players: FindTheBot["players"]): Deal["from"]["here"] =>
  [...players].filter(([, { presence }]) => presence === "here").map(([player, { bot }]) => [player, bot]);

/** The part of a deal that is the same whatever people are called. */
export const redealt = (seed: string, { round, here }: Deal["from"]): Deal["drawn"] => {
  const order = shuffle(prompts, seededRandom(`${seed}/prompts`));
  const seats = seatsFor(here, seededRandom(`${seed}/seats ${round}`));
  return { prompt: order[(round - 1) % order.length]?.id ?? "", seats };
};

/** Who is behind the aliases, one entry for each. */
const seatsFor = (here: Deal["from"]["here"], random: Random): readonly PlayerId[] => {
  const of = (isBot: boolean) =>
    shuffle(
      here.filter(([, bot]) => bot === isBot).map(([id]) => id),
      random,
    );
  const [people, bots] = [of(false), of(true)];
  const added = Math.min(bots.length, people.length < 2 ? mostForOne : people.length, mostAdded);
  const talking = people.slice(0, mostAliases - added);
  const taking = people.length < 2 ? added : handsOf(added, random);
  const hands = [...talking, ...bots.slice(0, taking)];
  const doubled = shuffle(hands, random).slice(0, added - taking);
  return shuffle([...hands, ...doubled], random);
};

/** How many bots take part: rather few than many, so that no alias is a bot's more likely than a person's. */
const handsOf = (added: number, random: Random): number => {
  if (random() < noBots || added === 0) return 0;
  const most = Math.ceil(added / 2);
  const counts = Array.from({ length: most }, (_, index) => Array<number>(most - index).fill(index + 1)).flat();
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
