/** Names people give themselves: at most this many characters as people count them. */
const mostGraphemes = 24;
const segmenter = new Intl.Segmenter("en", { granularity: "grapheme" });

/** Invisible characters, marks stacked without end, and characters that turn text around. */
const invisible = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\u034f\u115f\u1160\u17b4\u17b5\u3164\uffa0]/gu;
const stackedMarks = /(\p{M}{3})\p{M}+/gu;
const reserved = new Set(["admin", "administrator", "moderator", "mod", "system", "server", "parlor", "host", "staff"]);

/** Look-alikes of plain letters that pass for a reserved name. */
const skeleton = (name: string): string =>
  name
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[0оο]/g, "o")
    .replace(/[1!|іı]/g, "i")
    .replace(/[3е]/g, "e")
    .replace(/[4@аα]/g, "a")
    .replace(/[5$ѕ]/g, "s")
    .replace(/[^\p{L}]/gu, "");

/** The name as it will be shown, or undefined when it can't be used. */
export const acceptableName = (given: string): string | undefined => {
  const name = given.normalize("NFKC").replace(invisible, "").replace(stackedMarks, "$1").replace(/\s+/g, " ").trim();
  const graphemes = [...segmenter.segment(name)].length;
  if (graphemes < 1 || graphemes > mostGraphemes || name.length > 64) return undefined;
  if (!/[\p{L}\p{N}\p{S}]/u.test(name)) return undefined;
  return reserved.has(skeleton(name)) ? undefined : name;
};

const adjectives =
  "Amber Brave Calm Clever Cosy Daring Eager Gentle Happy Jolly Keen Lively Lucky Merry Nimble Quick Quiet Sunny Swift Witty".split(
    " ",
  );
const animals =
  "Badger Crane Dolphin Falcon Ferret Gecko Heron Ibis Koala Lemur Lynx Marten Newt Otter Panda Puffin Quokka Raven Seal Tapir".split(
    " ",
  );

/** A friendly name for somebody who gave none; `chance` is in [0, 1). */
export const friendlyName = (chance: number): string => {
  const n = Math.floor(chance * adjectives.length * animals.length);
  return `${adjectives[n % adjectives.length] as string} ${animals[Math.floor(n / adjectives.length)] as string}`;
};

/** The name somebody chose, or a friendly one where they chose none; undefined when it can't be used. */
export const chosenName = (wanted: string | undefined, chance: number): string | undefined => {
  const text = wanted?.trim() ?? "";
  return text === "" ? friendlyName(chance) : acceptableName(text);
};
