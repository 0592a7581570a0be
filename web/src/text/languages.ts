/** The languages the portal speaks, each by its own name, with the direction in which it is written. */
export const languages = {
  en: { name: "English", dir: "ltr" },
  de: { name: "Deutsch", dir: "ltr" },
  es: { name: "Español", dir: "ltr" },
  fr: { name: "Français", dir: "ltr" },
  pt: { name: "Português", dir: "ltr" },
} as const satisfies Readonly<Record<string, { readonly name: string; readonly dir: "ltr" | "rtl" }>>;

export type Language = keyof typeof languages;

/** Where a choice is kept in the browser. */
export const languageKey = "parlor-language";

/** The first of the wishes that is spoken here, as `de` for `de-AT`; English when none is. */
export const languageFor = (wishes: readonly (string | null | undefined)[]): Language => {
  for (const wish of wishes) {
    const word = wish?.split(/[-_]/, 1)[0]?.toLowerCase() ?? "";
    if (Object.hasOwn(languages, word)) return word as Language;
  }
  return "en";
};

/** What somebody wishes: by the address, by what they once chose, by their browser. */
export const wishedLanguage = (): Language =>
  languageFor([asked(), keptLanguage(), ...(globalThis.navigator?.languages ?? [])]);

const asked = (): string | null => new URLSearchParams(globalThis.location?.search ?? "").get("lang");

const keptLanguage = (): string | null => {
  try {
    return localStorage.getItem(languageKey);
  } catch {
    return null;
  }
};
