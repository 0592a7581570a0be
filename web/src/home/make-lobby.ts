import type { Options } from "../../../src/protocol/modes.ts";
import type { Level } from "../conduct/level-words.ts";
import { type Choice, rememberChoice } from "../questions/choice.ts";
import { go } from "../route.ts";
import { client } from "../session.ts";

export type LobbyWish = {
  readonly title?: string;
  readonly mode?: string;
  readonly options?: Options;
  readonly topic: string;
  readonly count: number;
  readonly seconds?: number;
  readonly bots?: number;
  readonly answerTime?: 1 | 1.5 | 2 | 3;
  readonly startRule?: "owner" | "anyone" | "majority";
  readonly maxPlayers?: number;
  /** What the bots' company should be like, in words. */
  readonly prompt?: string;
  /** How strict it is with words; as the server has it when left out. */
  readonly level?: Level;
  readonly public: boolean;
  readonly start: "auto" | "host";
};

/** Makes a lobby and goes there. Rejects with the refusal. */
export const makeLobby = async (wish: LobbyWish, choice: Choice): Promise<void> => {
  const { data } = await client.http.post("/api/lobbies", { body: { ...wish, ...choice } });
  const { code } = data as { readonly code: string };
  rememberChoice(code, choice);
  go(`/l/${code}`);
};
