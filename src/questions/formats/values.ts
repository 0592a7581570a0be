import { words } from "./words.ts";

type Difficulty = "easy" | "medium" | "hard";

const difficulties: ReadonlyMap<string, Difficulty> = new Map([
  ["", "medium"],
  ...names("easy", "easy very easy beginner basic simple low novice leicht einfach facil facile"),
  ...names("medium", "medium moderate normal intermediate average standard mid mittel medio media moyen"),
  ...names("hard", "hard very hard difficult expert advanced challenging high schwer schwierig dificil difficile"),
]);

function names(difficulty: Difficulty, list: string): [string, Difficulty][] {
  return list
    .replaceAll("very ", "very_")
    .split(" ")
    .map((name) => [name.replace("_", " "), difficulty]);
}

/** Undefined for what can't be told; nothing said is medium. */
export const difficultyOf = (text: string): Difficulty | undefined => difficulties.get(words(text));

/** Whole seconds that a question may have; undefined when nothing is said. */
export const secondsOf = (text: string): number | "unknown" | undefined => {
  const said = text.trim();
  if (said === "") return undefined;
  const seconds = Number(/^(\d{1,4})(?:\.0+)? ?(?:s|sec|secs|seconds)?$/i.exec(said)?.[1]);
  return seconds >= 3 && seconds <= 300 ? seconds : "unknown";
};
