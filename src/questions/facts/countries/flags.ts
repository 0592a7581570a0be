import { createRequire } from "node:module";
import { type Card, identity, type Kind, wrongChoices } from "../card.ts";
import { type Country, nearFirst } from "./countries.ts";

export const flagKind = {
  name: "flag",
  category: "Flags",
  topics: "flag banner country nation geography world",
  credit: "country-flag-icons (MIT)",
} as const satisfies Kind;

/** Flags that can hardly be told apart in a small picture: never offered together. */
const twins = ["TD RO", "ID MC PL", "LU NL", "NI SV", "AU NZ", "IE CI", "ML GN"].map((codes) => codes.split(" "));
/** Two governments, two flags. */
const disputed = new Set(["AF"]);
/** What the longest picture may have. */
const longest = 4096;

export const flagCards = (countries: readonly Country[]): readonly Card[] => {
  // One file, where an import would be hundreds.
  const pictures = createRequire(import.meta.url)("country-flag-icons/string/3x2") as Readonly<Record<string, string>>;
  return countries.flatMap((country) => {
    const { code, name, inText, where } = country;
    const image = pictureUri(pictures[code] ?? "");
    if (disputed.has(code) || pictures[code] === undefined || image.length > longest) return [];
    const alike = new Set(twins.filter((codes) => codes.includes(code)).flat());
    const near = nearFirst(country, countries).map((list) =>
      list.filter((other) => !alike.has(other.code)).map((other) => other.name),
    );
    const explanation = `This is the flag of ${inText}${where}.`;
    return [
      {
        ...identity(flagKind, code),
        subjects: [country.subject],
        difficulty: country.difficulty,
        draft: (random) => ({
          prompt: "Which country has this flag?",
          right: name,
          wrong: wrongChoices(name, near, random),
          explanation,
          image,
        }),
      },
    ];
  });
};

const pictureUri = (svg: string): string => `data:image/svg+xml,${encodeURI(svg).replaceAll("#", "%23")}`;
