import { setImmediate as others } from "node:timers/promises";
import type { Card, Theme } from "../card.ts";
import { readBorders } from "./atlas.ts";
import { borderCards, borderKinds } from "./borders.ts";
import { capitalCards, capitalKinds } from "./capitals.ts";
import { readCountries } from "./countries.ts";
import { currencyCards, currencyKinds } from "./currencies.ts";
import { flagCards, flagKind } from "./flags.ts";
import { languageKinds, officialCards, ownNameCards } from "./languages.ts";
import { placeCards, placeKinds } from "./places.ts";

/** The countries of the world: capitals, flags, money, borders, languages and more. */
export const countriesTheme: Theme = {
  kinds: [capitalKinds, { flagKind }, currencyKinds, borderKinds, languageKinds, placeKinds].flatMap((kinds) =>
    Object.values(kinds),
  ),
  load: async () => {
    const countries = await readCountries();
    const cards: Card[] = [];
    const makers = [
      () => capitalCards(countries),
      () => flagCards(countries),
      () => currencyCards(countries),
      async () => borderCards(countries, await readBorders(countries)),
      () => officialCards(countries),
      () => ownNameCards(),
      () => placeCards(countries),
    ];
    for (const make of makers) {
      cards.push(...(await make()));
      await others();
    }
    return cards;
  },
};
