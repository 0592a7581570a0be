import { lobby, seat, typing } from "../store.ts";
import { say } from "../text/say.ts";

/** Who is writing right now, in words; "" for nobody. */
export const typingWords = (): string =>
  sentenceFor(
    (lobby.value?.players ?? []).filter(({ id }) => id !== seat.value && typing.value.has(id)).map(({ name }) => name),
  );

export const Typing = () => <p class="typing">{typingWords()}</p>;

const sentenceFor = ([first, second, ...more]: readonly string[]): string => {
  if (first === undefined) return "";
  if (second === undefined) return say("play:chat.writing", { name: first });
  return more.length === 0 ? say("play:chat.twoWriting", { first, second }) : say("play:chat.manyWriting");
};
