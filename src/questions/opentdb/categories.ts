import { folded, topicWords } from "../text.ts";

type Phrase = readonly string[];

/** One of Open Trivia DB's categories: its number, its name without the group it is in, and the words for it. */
export type Category = {
  readonly id: number;
  readonly name: string;
  /** Words for all of it. */
  readonly whole: readonly Phrase[];
  /** Words for something that is only a part of it. */
  readonly parts: readonly Phrase[];
};

const entry = (id: number, name: string, whole: string, parts: string): Category => ({
  id,
  name,
  whole: phrasesOf(`${name},${whole}`),
  parts: phrasesOf(parts),
});

const phrasesOf = (text: string): readonly Phrase[] =>
  text
    .split(",")
    .map(topicWords)
    .filter((phrase) => phrase.length > 0);

const categories: readonly Category[] = [
  entry(9, "General Knowledge", "general, everything, anything, mixed, random, miscellaneous, pub", "idioms, logos"),
  entry(10, "Books", "literature, novels, reading", "fiction, authors, writers, poetry, poems, poets, fairy tales"),
  entry(11, "Film", "movies, cinema", "hollywood, directors, oscars, film actors, star wars, westerns, horror"),
  entry(
    12,
    "Music",
    "songs",
    "bands, singers, albums, rock, pop, hip hop, jazz, rap, lyrics, composers, guitars, instruments",
  ),
  entry(13, "Musicals & Theatres", "musicals, theatre, theater, theaters", "broadway, plays, opera, ballet"),
  entry(14, "Television", "tv, tv shows, tv series, television series", "sitcoms, soap operas, series, star trek"),
  entry(
    15,
    "Video Games",
    "games, computer games, gaming",
    "console games, video game music, arcade, esports, consoles, gamers",
  ),
  entry(16, "Board Games", "boardgames, tabletop, tabletop games", "card games, chess, dice, poker, cards"),
  entry(
    17,
    "Science & Nature",
    "science, nature, natural science",
    "biology, chemistry, physics, space, astronomy, planets, plants, human body, medicine, anatomy, geology, weather, " +
      "environment, elements, evolution, health, solar system, oceans, universe, genetics, flowers, trees",
  ),
  entry(
    18,
    "Computers",
    "computer science, computing",
    "programming, software, hardware, internet, technology, coding, linux, web, programming languages, tech, " +
      "operating systems, artificial intelligence, operating system",
  ),
  entry(19, "Mathematics", "maths, math", "numbers, algebra, geometry, arithmetic, calculus, statistics"),
  entry(20, "Mythology", "myths", "gods, goddesses, greek gods, greek mythology, norse mythology, legends, folklore"),
  entry(
    21,
    "Sports",
    "sport",
    "football, soccer, basketball, baseball, tennis, olympics, olympic games, cricket, rugby, golf, hockey, " +
      "athletics, cycling, world cup, formula 1, formula one, swimming, boxing, wrestling",
  ),
  entry(
    22,
    "Geography",
    "countries and cities",
    "countries, capitals, capital cities, cities, flags, rivers, mountains, continents, maps, islands, lakes, " +
      "landmarks, europe, asia, africa, america, australia",
  ),
  entry(
    23,
    "History",
    "historical events",
    "historical, war, world war, cold war, civil war, ancient, medieval, middle ages, ancient rome, ancient greece, " +
      "ancient egypt, romans, kings, queens, emperors, revolution, empires, vikings",
  ),
  entry(24, "Politics", "political", "government, elections, presidents, prime ministers, parliament, law"),
  entry(25, "Art", "arts, fine arts", "painting, painters, artists, sculpture, museums, art history, architecture"),
  entry(26, "Celebrities", "celebrity, famous people", "actors, gossip"),
  entry(
    27,
    "Animals",
    "wildlife, zoology",
    "zoo, pets, dogs, cats, birds, mammals, insects, fish, dinosaurs, reptiles, horses, sharks",
  ),
  entry(
    28,
    "Vehicles",
    "transport",
    "cars, trains, planes, aircraft, airplanes, aeroplanes, ships, motorcycles, automobiles, boats, trucks, aviation",
  ),
  entry(29, "Comics", "comic books, graphic novels", "superheroes, superhero"),
  entry(30, "Gadgets", "devices", "phones, smartphones, inventions, electronics"),
  entry(31, "Japanese Anime & Manga", "anime, manga, japanese anime, japanese animation", "animes, mangas"),
  entry(32, "Cartoon & Animations", "cartoons, animation", "animated films, animated series, animated movies"),
];

/** What questions of a category so named are kept under. */
export const topicOf = (name: string): string => folded(bareName(name));

/** What a category's questions are kept under; "" for any. */
export const keptUnder = (category: Category | undefined): string =>
  category === undefined ? "" : topicOf(category.name);

/** "Entertainment: Video Games" without the group. */
export const bareName = (name: string): string => name.replace(/^(?:entertainment|science)\s*:\s*/iu, "").trim();

export type Match = {
  /** Undefined for any. */
  readonly category: Category | undefined;
  /** The topic's words that the category says nothing about: its questions should. */
  readonly open: readonly string[];
};

/** The category that a topic's words speak of, those of longer phrases most; undefined when there is none. */
export const categoryFor = (topic: string): Match | undefined => {
  const words = topicWords(topic);
  if (words.length === 0) return { category: undefined, open: [] };
  let best: { readonly category: Category; readonly fit: number; readonly covered: number } | undefined;
  for (const one of categories) {
    const held = [...one.whole, ...one.parts].filter((phrase) => holds(words, phrase));
    // One long phrase says more than many words that may each mean something else.
    const fit = held.reduce((most, phrase) => Math.max(most, phrase.length), 0);
    const covered = new Set(held.flat()).size;
    if (fit > (best?.fit ?? 0) || (fit > 0 && fit === best?.fit && covered > best.covered)) {
      best = { category: one, fit, covered };
    }
  }
  if (best === undefined) return undefined;
  const said = new Set(best.category.whole.filter((phrase) => holds(words, phrase)).flat());
  return { category: best.category, open: words.filter((word) => !said.has(word)) };
};

/** Whether a phrase is among words, word by word. */
const holds = (words: readonly string[], phrase: Phrase): boolean =>
  words.some((_, start) => phrase.every((word, index) => words[start + index] === word));
