/** Names that want an article in a sentence. */
export const articled =
  /^(?:Bahamas|Comoros|Gambia|Maldives|Netherlands|Philippines|Seychelles|United .*|.* Islands|.* Republic.*|Republic .*)$/;

/** Other names that people may write. */
const aliases: Readonly<Record<string, string>> = {
  AE: "emirates uae",
  CD: "drc",
  CI: "cote d’ivoire",
  CV: "cape verde",
  CZ: "czech republic",
  GB: "uk britain british",
  KR: "korean",
  KP: "korean",
  MM: "burma",
  NL: "holland dutch",
  SZ: "swaziland",
  TL: "timor leste",
  TR: "turkey",
  US: "usa us america american",
};

/** What is called so has no code. */
const middleEast = new Set("AE BH EG IL IQ IR JO KW LB OM QA SA SY TR YE".split(" "));
export const otherNames = (code: string): string =>
  `${aliases[code] ?? ""} ${middleEast.has(code) ? "middle east eastern" : ""}`;

export const continents: Readonly<Record<string, { readonly name: string; readonly words: string }>> = {
  AF: { name: "Africa", words: "africa african" },
  AS: { name: "Asia", words: "asia asian" },
  EU: { name: "Europe", words: "europe european" },
  NA: { name: "North America", words: "north america american americas" },
  OC: { name: "Oceania", words: "oceania pacific" },
  SA: { name: "South America", words: "south america american americas" },
};

/** The regions that the United Nations count in, with words that people call them by. */
export const regions: Readonly<Record<string, string>> = {
  "005": "latin america",
  "011": "west western africa",
  "013": "central america latin",
  "014": "east eastern africa",
  "015": "north northern africa",
  "017": "middle central africa",
  "018": "southern africa",
  "021": "north america",
  "029": "caribbean",
  "030": "east eastern asia",
  "034": "south southern asia",
  "035": "southeast southeastern asia",
  "039": "south southern europe",
  "053": "australasia",
  "054": "melanesia",
  "057": "micronesia",
  "061": "polynesia",
  "143": "central asia",
  "145": "west western asia",
  "151": "east eastern europe",
  "154": "north northern europe",
  "155": "west western europe",
};

/** Countries in two continents, or where people differ. */
export const transcontinental: ReadonlySet<string> = new Set("AM AZ CY EG GE ID KZ PG RU TL TR".split(" "));
