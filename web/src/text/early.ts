import { languages, wishedLanguage } from "./languages.ts";

/**
 * Runs while the main script is still on its way, and has the texts of the wished language fetched beside it, and not
 * after it.
 */

/** Put in by the build: the files of the main script's texts, by language. English is in the script itself. */
declare const TEXTS: Readonly<Record<string, string>>;

const wished = wishedLanguage();
const file = TEXTS[wished];
document.documentElement.lang = wished;
document.documentElement.dir = languages[wished].dir;
if (file !== undefined) {
  const link = document.createElement("link");
  link.rel = "modulepreload";
  link.href = file;
  document.head.append(link);
}
