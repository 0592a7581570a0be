import { refusalCode } from "../refusal.ts";
import { client } from "../session.ts";

/** What can be seen of a lobby from outside. */
export type LobbyDoor = {
  readonly title: string;
  readonly topic: string;
  readonly locked: boolean;
  /** How many are inside; undefined when that is not told. */
  readonly players: number | undefined;
  /** How many there may be; undefined when that is not told. */
  readonly maxPlayers: number | undefined;
};

/** Looks at the door of a lobby; "lobby_not_found" when there is none, undefined when it can't be found out now. */
export const lookAt = async (code: string): Promise<LobbyDoor | "lobby_not_found" | undefined> => {
  try {
    const { data } = await client.http.get(`/api/lobbies/${encodeURIComponent(code)}` as "/");
    return read(data);
  } catch (error) {
    return refusalCode(error) === "lobby_not_found" ? "lobby_not_found" : undefined;
  }
};

const read = (data: unknown): LobbyDoor => {
  const { title, topic, locked, players, maxPlayers } = (data ?? {}) as Readonly<Record<string, unknown>>;
  const text = (value: unknown) => (typeof value === "string" ? value : "");
  return {
    title: text(title),
    topic: text(topic),
    locked: locked === true,
    players: count(players),
    maxPlayers: count(maxPlayers),
  };
};

/** A list when the lobby itself answers, a figure when it sleeps. */
const count = (players: unknown): number | undefined => {
  if (typeof players === "number") return players;
  return typeof players === "object" && players !== null ? Object.keys(players).length : undefined;
};
