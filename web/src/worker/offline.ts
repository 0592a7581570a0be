import de from "../../messages/de/offline.json" with { type: "json" };
import en from "../../messages/en/offline.json" with { type: "json" };
import es from "../../messages/es/offline.json" with { type: "json" };
import fr from "../../messages/fr/offline.json" with { type: "json" };
import pt from "../../messages/pt/offline.json" with { type: "json" };
import type { Language } from "../text/languages.ts";

/** The page that is shown when no other could be had: it says why, and tries until the server is there again. */

const everyMs = 4000;
const giveUpMs = 3000;

const texts: Readonly<Record<Language, typeof en>> = { en, de, es, fr, pt };

/** As `text/languages.ts` finds it, but with nothing of the portal's own script: that may be missing here. */
const wishes = (): readonly string[] => {
  try {
    return [localStorage.getItem("parlor-language") ?? "", ...navigator.languages];
  } catch {
    return navigator.languages;
  }
};
const known = wishes().map((wish) => wish.split("-", 1)[0] ?? "");
const language = known.find((wish): wish is Language => Object.hasOwn(texts, wish)) ?? "en";
const words = texts[language];

const put = (id: string, text: string): void => {
  const place = document.getElementById(id);
  if (place !== null && place.textContent !== text) place.textContent = text;
};

const explain = (): void => put("why", navigator.onLine ? words.server : words.device);

const isBack = (): Promise<boolean> =>
  fetch("/health/live", { cache: "no-store", signal: AbortSignal.timeout(giveUpMs) }).then(
    ({ ok }) => ok,
    () => false,
  );

const attempt = async (): Promise<void> => {
  explain();
  // The same address again: what was asked for.
  if (await isBack()) location.reload();
};

const pressed = async (): Promise<void> => {
  put("state", words.trying);
  await attempt();
  put("state", words.still);
};

document.documentElement.lang = language;
document.title = `${words.title} · Parlor`;
put("title", words.title);
put("kept", words.kept);
put("again", words.again);
explain();
document.getElementById("again")?.addEventListener("click", () => void pressed());
addEventListener("online", () => void attempt());
addEventListener("offline", explain);
setInterval(() => void attempt(), everyMs);
