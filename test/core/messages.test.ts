import assert from "node:assert/strict";
import { compileMessageOrThrow } from "@lingui/message-utils/compileMessage";
import { codes } from "../../src/protocol/codes.ts";
import { apart, isBegun, keysOfAll, type Texts, textsOf } from "../../web/messages.ts";
import { languages } from "../../web/src/text/languages.ts";
import { literalsInPortal } from "../support/sources.ts";

const others = Object.keys(languages).filter((language) => language !== "en");

const listed = (list: string): ReadonlySet<string> => new Set(list.split("|"));

/** What is the same in a language as in English. */
const same: Readonly<Record<string, ReadonlySet<string>>> = {
  de: listed(
    "Bluff|Bots|Chat|Code|Link|Lobby|Monitor|Name|Normal|Party|Pause|Phase|Playground|Quiz|Teams|Tokens|live|mild|{when} in {lobby}",
  ),
  es: listed("Bots|Chat|Monitor|No|Normal|Playground|Quiz|Tokens|Total|bot|sexual"),
  fr: listed(
    "Action|Actions|Bluff|Bots|Chat|Code|Description|Exceptions…|Message|Messages|Normal|Pause|Phase|Playground|Points|" +
      "Question|Question {number, number}|Questions|Quiz|Sanctions|Score|Total|Volume|admin|bot|minutes|podium|public|" +
      "question|scores|strict",
  ),
  pt: listed("Bots|Chat|E-mail|Link|Monitor|Normal|Playground|Quiz|Ranking|Tokens|Total|Volume|admin|bot|sexual"),
};
/** What the components may write themselves: names, examples, and keys of a keyboard. */
const written = new Set(["Parlor", "ABC23", "https://…", "Alt+H", "Alt+N", "Alt+P"]);

type Token = string | readonly [name: string, type?: string, cases?: Readonly<Record<string, unknown>>];
type Plural = { readonly type: string | undefined; readonly forms: readonly string[] };

/** What has to be filled in, and the forms of each plural, in one message. */
const partsOf = (text: string): { readonly places: readonly string[]; readonly plurals: readonly Plural[] } => {
  const places = new Set<string>();
  const plurals: Plural[] = [];
  const look = (tokens: unknown): void => {
    if (!Array.isArray(tokens)) return;
    for (const token of tokens as readonly Token[]) {
      if (typeof token === "string") continue;
      const [name, type, cases] = token;
      places.add(name);
      if (typeof cases !== "object") continue;
      if (type !== "select") plurals.push({ type, forms: Object.keys(cases) });
      for (const inner of Object.values(cases)) look(inner);
    }
  };
  look(compileMessageOrThrow(text));
  return { places: [...places].toSorted(), plurals };
};

const tagsOf = (text: string): readonly string[] =>
  [...new Set([...text.matchAll(/<\/?(\w+)\/?>/g)].map(([tag]) => tag))].toSorted();

/** `many` is for whole millions in these languages, and as `other` where it is left out. */
const needed = (language: string, type: Intl.PluralRuleType): readonly string[] =>
  new Intl.PluralRules(language, { type }).resolvedOptions().pluralCategories.filter((form) => form !== "many");

/** Messages by key for which a check finds something. */
const faults = (texts: Texts, check: (key: string, text: string) => boolean): readonly string[] =>
  Object.entries(texts)
    .filter(([key, text]) => check(key, text))
    .map(([key]) => key);

describe("the texts of the portal", () => {
  let english: Texts;
  before(async () => (english = await textsOf("en")));

  for (const language of Object.keys(languages)) {
    it(`are whole in ${language}: no key too few or too many, none empty, every form of a plural`, async () => {
      const texts = await textsOf(language);
      assert.deepEqual(Object.keys(texts).toSorted(), Object.keys(english).toSorted());
      assert.deepEqual(
        faults(texts, (_, text) => text.trim() === ""),
        [],
      );
      const hasAllForms = ({ type, forms }: Plural): boolean =>
        needed(language, type === "plural" ? "cardinal" : "ordinal").every((form) => forms.includes(form));
      assert.deepEqual(
        faults(texts, (_, text) => !partsOf(text).plurals.every(hasAllForms)),
        [],
      );
    });
  }

  for (const language of others) {
    it(`say in ${language} what they say in English, with the same places and marks, and in other words`, async () => {
      const texts = await textsOf(language);
      const placesOf = (text: string) => partsOf(text).places.join();
      assert.deepEqual(
        faults(texts, (key, text) => placesOf(text) !== placesOf(english[key] ?? "")),
        [],
      );
      assert.deepEqual(
        faults(texts, (key, text) => tagsOf(text).join() !== tagsOf(english[key] ?? "").join()),
        [],
      );
      // Without its places and marks a message may have no words at all.
      const isName = (key: string) => /^(?:modeHigherOrLower:(?:thing|value)|modeStory:option\.language)\./.test(key);
      const isWords = (text: string) =>
        /\p{L}{2}/u.test(text.replace(/\{\w+(?:, number)?\}|<[^>]*>|\b(?:h|min)\b/g, ""));
      assert.deepEqual(
        faults(
          texts,
          (key, text) => text === english[key] && isWords(text) && !isName(key) && same[language]?.has(text) !== true,
        ),
        [],
      );
    });
  }

  it("have a sentence for every refusal", () => {
    assert.deepEqual(
      Object.keys(codes).filter((code) => !Object.hasOwn(english, `play:refused.${code}`)),
      [],
    );
  });

  it("are all said somewhere, and all that is said is there", async () => {
    const said = await keysOfAll();
    // What a mode calls its options is said by the name the server gives them.
    const isOption = (key: string) => /^mode\w+:option\./.test(key);
    assert.deepEqual(
      [...said.whole].filter((key) => !Object.hasOwn(english, key)),
      [],
    );
    assert.deepEqual(
      Object.keys(english).filter(
        (key) => !said.whole.has(key) && !isBegun(said, key) && !isOption(key) && !key.startsWith(`${apart}:`),
      ),
      [],
    );
  });

  it("are in these files, and not in the components", async () => {
    const found = (await literalsInPortal()).filter(
      ({ words }) => /\p{L}{2}/u.test(words) && !written.has(words.trim()),
    );
    assert.deepEqual(
      found.map(({ file, words }) => `${file}: ${words.trim()}`),
      [],
    );
  });
});
