const endings: Readonly<Record<string, string>> = { one: "st", two: "nd", few: "rd", other: "th" };
const rules = new Intl.PluralRules("en", { type: "ordinal" });

/** 1 → 1st */
export const ordinal = (place: number): string => `${place}${endings[rules.select(place)] ?? "th"}`;
