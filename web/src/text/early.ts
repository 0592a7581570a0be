import { languages, wishedLanguage } from "./languages.ts";

/**
 * Runs while the main script is still on its way, and has what that is going to need fetched beside it, and not after
 * it: the texts of the wished language, and the first page.
 */

/** Put in by the build: the files of the main script's texts, by language. English is in the script itself. */
declare const TEXTS: Readonly<Record<string, string>>;
/** The script of the first page. */
declare const HOME: string;

const preload = (file: string | undefined): void => {
  if (file === undefined) return;
  const link = document.createElement("link");
  link.rel = "modulepreload";
  link.href = file;
  document.head.append(link);
};

const wished = wishedLanguage();
document.documentElement.lang = wished;
document.documentElement.dir = languages[wished].dir;
preload(TEXTS[wished]);
if (location.pathname === "/") preload(HOME);
