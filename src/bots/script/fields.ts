const fields: Readonly<Record<string, string>> = {
  sport:
    "football soccer tennis basketball baseball cricket rugby hockey golf swimming running cycling skiing boxing chess",
  music: "jazz rock pop song opera piano guitar violin band singing hip-hop techno metal classical concert",
  film: "movie cinema actor series horror comedy cartoon anime television tv",
  food: "pizza pasta cake bread cheese soup chocolate coffee tea curry sushi cooking baking fruit pancake pineapple",
  animal: "cat dog bird horse fish otter penguin whale elephant insect shark owl pigeon",
  literature: "book poem poetry novel reading fantasy author writer writing",
  game: "videogame gaming card puzzle",
  history: "rome roman egypt medieval castle knight king queen",
  geography: "travel country city capital map mountain river flag island",
  space: "star planet moon rocket astronomy mars galaxy",
  mathematic: "math maths algebra geometry number statistic",
  computing: "computer programming coding software internet robot",
  weather: "rain snow storm cloud sun wind",
  ocean: "sea wave diving sailing beach",
  plant: "garden gardening flower tree forest mushroom",
  art: "painting drawing museum sculpture architecture",
  mythology: "myth legend dragon god fairy",
  physic: "physics energy light electricity quantum",
  invention: "engine machine engineering bicycle clock",
};

const known = new Map(
  Object.entries(fields).flatMap(([field, words]) => words.split(" ").map((word) => [word, field] as const)),
);

/** "music" for "jazz"; the word itself when it belongs to nothing in particular. */
export const fieldOf = (word: string): string => known.get(word) ?? word;
