import type { Identity } from "../src/accounts/tokens.ts";
import { isBarred, refusalFor } from "../src/lobby/seats.ts";
import type { Lobby } from "../src/lobby/state.ts";
import type { Code } from "../src/protocol/codes.ts";
import { joinFormat } from "../src/protocol/messages.ts";
import type { Services } from "./services.ts";
import { barredOf, personOf } from "./visitor.ts";

export type Entrance = {
  /** Why somebody would not be let in now, as far as the lobby itself knows. */
  readonly refusalFor: (identity: Identity, options: unknown) => Code | undefined;
  /**
   * Whether somebody is kept out by a ban from elsewhere: of the server, of the owner's other lobbies. While the store
   * can't say, who is not banned here is let in: the lobby's clock stands anyway.
   */
  readonly isBarred: (identity: Identity) => Promise<boolean>;
};

/** The door of a lobby; `lobby` is the newest state. */
export const entranceOf = (
  { conduct, now, log }: Pick<Services, "conduct" | "now" | "log">,
  lobby: () => Lobby,
): Entrance => ({
  refusalFor: (identity, options) => {
    const parsed = joinFormat.safeParse(options ?? {});
    if (!parsed.success) return "malformed";
    if (parsed.data.as === "player") return refusalFor(lobby(), personOf(identity), now());
    if (lobby().closed) return "lobby_not_found";
    return isBarred(lobby(), personOf(identity), now()) ? "banned" : undefined;
  },
  isBarred: async (identity) => {
    if (identity.kind === "bot") return false;
    const { ownerId: owner, code } = lobby();
    try {
      return (await conduct.barring(barredOf(identity), { owner, lobby: code }, now())) !== undefined;
    } catch (error) {
      log.warn({ lobby: code, err: error }, "bans could not be looked up");
      return false;
    }
  },
});
