import { lobby, mine } from "../store.ts";

const read = new Map<string, unknown>();

/** A part of the view that the mode adds, by its name: plain JSON; undefined while it is not there. */
export const partOf = (name: string): unknown => {
  const text = lobby.value?.game.more[name];
  if (text === undefined) return undefined;
  const key = `${name} ${text}`;
  if (!read.has(key)) {
    // The same object as long as nothing changes, and none of what is over.
    if (read.size > 50) read.clear();
    read.set(key, JSON.parse(text));
  }
  return read.get(key);
};

/** Whether there may be something of the mode's own: a quiz without settings has nothing, and nothing is fetched. */
export const hasParts = (): boolean => {
  const { mode, more = {} } = lobby.value?.game ?? {};
  return mode !== "quiz" || Object.keys(more).length > 0;
};

const none: readonly number[] = [];

/** Right choices beside the one that is the key. */
export const alsoRight = (): readonly number[] => (partOf("also") as readonly number[] | undefined) ?? none;

/** What the mode tells this player alone; undefined when it tells nothing. */
export const ownView = (): unknown => mine.value?.own ?? undefined;

/** A player's name; a dash for who has left. */
export const nameOf = (player: string): string => lobby.value?.players.find(({ id }) => id === player)?.name ?? "–";
