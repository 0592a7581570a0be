import { seededRandom } from "../../core/random.ts";
import type { Genre } from "./genre.ts";
import { adventure } from "./genre-adventure.ts";
import { everyday } from "./genre-everyday.ts";
import { fairy } from "./genre-fairy.ts";
import { mystery } from "./genre-mystery.ts";
import { space } from "./genre-space.ts";
import { spooky } from "./genre-spooky.ts";
import { plain } from "./words.ts";

export const genres: readonly [Genre, ...Genre[]] = [fairy, mystery, adventure, space, spooky, everyday];

/** "adventur*" stands for every word that begins so. */
const signOf = ({ signs }: Genre): RegExp =>
  new RegExp(
    `\\b(?:${signs.map((sign) => (sign.endsWith("*") ? `${sign.slice(0, -1)}\\w*` : `${sign}(?:s|es)?`)).join("|")})\\b`,
  );

const known = genres.map((genre) => ({ genre, sign: signOf(genre) }));

/** The genre that a text speaks of first; undefined when it speaks of none. */
export const genreIn = (text: string): Genre | undefined => {
  const said = plain(text);
  const found = known
    .map(({ genre, sign }) => ({ genre, at: said.search(sign) }))
    .filter(({ at }) => at !== -1)
    .toSorted((a, b) => a.at - b.at);
  return found[0]?.genre;
};

/** So many words of a genre are no chance. */
const enoughSigns = 2;

/** The genre that people have brought into a story, whatever it began as; undefined for none in particular. */
const broughtIn = (byPeople: readonly string[]): Genre | undefined => {
  const words = [...new Set(plain(byPeople.join(" ").slice(-500)).split(" "))];
  const counts = known.map(({ genre, sign }) => ({ genre, count: words.filter((word) => sign.test(word)).length }));
  const most = counts.toSorted((a, b) => b.count - a.count)[0];
  return most !== undefined && most.count >= enoughSigns ? most.genre : undefined;
};

/** The genre of a story: as it was wished for, or as people tell it, or as it began, or any. */
export const genreOf = (wish: string, soFar: readonly string[], byPeople: readonly string[]): Genre => {
  const [first = "", second = ""] = soFar;
  const chance = seededRandom(first)();
  return (
    genreIn(wish) ??
    broughtIn(byPeople) ??
    genres.find(({ openings }) => openings.some((opening) => isFrom(first, opening))) ??
    genreIn(`${first} ${second}`) ??
    genres[Math.floor(chance * genres.length)] ??
    genres[0]
  );
};

/** Whether a sentence was made of a template, whatever was put in and whatever stands before it. */
export const isFrom = (sentence: string, template: string): boolean => {
  const told = sentence.toLowerCase();
  let at = 0;
  return template.split(/\{\w+\}/).every((part) => {
    const found = told.indexOf(part.toLowerCase().trim(), at);
    at = found + part.trim().length;
    return found !== -1;
  });
};
