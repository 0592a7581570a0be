import { common } from "../screen-common.ts";
import { plain, wordsOf } from "../screen-fold.ts";
import type { Scene } from "../talk.ts";

/** So many words in a row of somebody else's are no chance. */
const run = 6;

/**
 * Whether a line is what somebody else wrote, as when a text in the data says what to say: words put into a bot's
 * mouth are not its own. A short line of everyday words is nobody's.
 */
export const isEcho = (line: string, scene: Scene): boolean => {
  const words = wordsOf(plain(line));
  if (words.length < run && words.every((word) => common.has(word))) return false;
  const length = Math.min(run, words.length);
  const theirs = textsOf(scene).map((text) => ` ${wordsOf(plain(text)).join(" ")} `);
  return words.slice(length - 1).some((_, at) => {
    const own = ` ${words.slice(at, at + length).join(" ")} `;
    return theirs.some((text) => text.includes(own));
  });
};

const textsOf = ({ chat, lobby, occasion, game, others }: Scene): readonly string[] => {
  const names = [...chat.map(({ name }) => name), ...game.ranking.map(({ name }) => name), ...others];
  const texts = [...chat.map(({ text }) => text), ...names, lobby.title, lobby.topic, lobby.prompt];
  if (occasion.type === "mention") return [...texts, occasion.line.text, occasion.line.name];
  if (occasion.type === "arrival") return [...texts, occasion.name];
  if (occasion.type === "ended") return [...texts, occasion.winner];
  return occasion.type === "story" ? [...texts, ...occasion.soFar] : texts;
};
