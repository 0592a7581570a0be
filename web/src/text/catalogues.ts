import admin from "../../messages/en/admin.json" with { type: "json" };
import adminPeople from "../../messages/en/adminPeople.json" with { type: "json" };
import adminServer from "../../messages/en/adminServer.json" with { type: "json" };
import conduct from "../../messages/en/conduct.json" with { type: "json" };
import evening from "../../messages/en/evening.json" with { type: "json" };
import fairness from "../../messages/en/fairness.json" with { type: "json" };
import host from "../../messages/en/host.json" with { type: "json" };
import modeBluff from "../../messages/en/modeBluff.json" with { type: "json" };
import modeFindTheBot from "../../messages/en/modeFindTheBot.json" with { type: "json" };
import modeQuiz from "../../messages/en/modeQuiz.json" with { type: "json" };
import modeTeams from "../../messages/en/modeTeams.json" with { type: "json" };
import modeHigherOrLower from "../../messages/en/modeHigherOrLower.json" with { type: "json" };
import modeRace from "../../messages/en/modeRace.json" with { type: "json" };
import modeSurvival from "../../messages/en/modeSurvival.json" with { type: "json" };
import modeStory from "../../messages/en/modeStory.json" with { type: "json" };
import modes from "../../messages/en/modes.json" with { type: "json" };
import people from "../../messages/en/people.json" with { type: "json" };
import play from "../../messages/en/play.json" with { type: "json" };
import results from "../../messages/en/results.json" with { type: "json" };
import screen from "../../messages/en/screen.json" with { type: "json" };
import voice from "../../messages/en/voice.json" with { type: "json" };
import { compileMessage, type CompiledMessage } from "@lingui/message-utils/compileMessage";
import type { Language } from "./languages.ts";

/**
 * The texts, for the tests, which run without a bundler. In the built portal `web/messages-plugin.ts` has another
 * module in the place of this one: there they are compiled, and fetched when they are needed.
 */

const english = {
  admin,
  adminPeople,
  adminServer,
  conduct,
  evening,
  fairness,
  host,
  modeBluff,
  modeFindTheBot,
  modeHigherOrLower,
  modeRace,
  modeSurvival,
  modeStory,
  modes,
  modeQuiz,
  modeTeams,
  people,
  play,
  results,
  screen,
  voice,
};

/** The files that the texts are kept in. */
export type Part = keyof typeof english;

/** What a text is called: its file and its name there, as `play:door.name`. */
export type Key = { [P in Part]: `${P}:${keyof (typeof english)[P] & string}` }[Part];

/** Texts by their keys, as Lingui takes them. */
export type Catalogue = Readonly<Record<string, CompiledMessage>>;

/** Compiled as in the built portal: in production Lingui compiles nothing by itself. */
const named = (part: string, texts: Readonly<Record<string, string>>): Catalogue =>
  Object.fromEntries(Object.entries(texts).map(([name, text]) => [`${part}:${name}`, compileMessage(text)]));

/** What is there from the start: in English, all that the main script says. */
export const builtIn: Catalogue = Object.assign(
  {},
  ...Object.entries(english).map(([part, texts]) => named(part, texts)),
);

/** Fetches what a part says in a language beyond the main script; for `main` what that says. */
export const fetchCatalogue = async (language: Language, part: Part | "main"): Promise<Catalogue> => {
  if (part === "main") return {};
  const file = (await import(`../../messages/${language}/${part}.json`, { with: { type: "json" } })) as {
    readonly default: Readonly<Record<string, string>>;
  };
  return named(part, file.default);
};
