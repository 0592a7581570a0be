import type { Running } from "../../rooms/running.ts";
import type { PlayerId } from "../core/ids.ts";
import type { Wire } from "./wire.ts";

/** What is known of somebody by their being in a lobby, or having just been: the name, and a guest's device or "". */
type Sighting = { readonly name: string; readonly device: string };

export type Whereabouts = {
  /** In a lobby of whichever process; undefined when nobody has seen them. */
  readonly of: (player: PlayerId) => Promise<Sighting | undefined>;
  /** Has this process answer others; gives what ends that. */
  readonly start: () => Promise<() => void>;
};

export type WhereaboutsOptions = {
  readonly running: Pick<Running, "lobbies">;
  readonly wire: Wire;
  readonly newId: () => string;
  /** Whether there are other processes to ask. */
  readonly hasOthers: () => boolean;
};

/** Processes answer at once or not at all. */
const patienceMs = 500;

export const whereaboutsOf = ({ running, wire, newId, hasOthers }: WhereaboutsOptions): Whereabouts => {
  const asked = new Map<string, (found: Sighting) => void>();

  const here = (player: string): Sighting | undefined => {
    let said: Sighting | undefined;
    for (const { lobby } of running.lobbies.values()) {
      const member = lobby.members.get(player as PlayerId);
      if (member?.kind === "human") return { name: member.name, device: member.device ?? "" };
      const line = lobby.chat.findLast((one) => one.player === player && one.kind === "human");
      if (line !== undefined) said = { name: line.name, device: "" };
    }
    return said;
  };

  const elsewhere = async (player: PlayerId): Promise<Sighting | undefined> => {
    const ask = newId();
    const answer = Promise.withResolvers<Sighting | undefined>();
    const timer = setTimeout(() => answer.resolve(undefined), patienceMs);
    asked.set(ask, answer.resolve);
    wire.tell("sought", { ask, player });
    try {
      return await answer.promise;
    } finally {
      clearTimeout(timer);
      asked.delete(ask);
    }
  };

  return {
    of: async (player) => here(player) ?? (hasOthers() ? elsewhere(player) : undefined),
    start: async () => {
      const ends = [
        await wire.hear("sought", ({ ask, player }) => {
          const found = here(player);
          if (found !== undefined) wire.tell("sighted", { ask, ...found });
        }),
        await wire.hear("sighted", ({ ask, name, device }) => asked.get(ask)?.({ name, device })),
      ];
      return () => {
        for (const end of ends) end();
      };
    },
  };
};
