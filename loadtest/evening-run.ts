import { setTimeout as wait } from "node:timers/promises";
import { randomOf } from "./chaos-random.ts";
import { EveningLobby } from "./evening-lobby.ts";
import type { EveningWish } from "./evening-wish.ts";
import type { Side } from "./table.ts";
import type { Tally } from "./tally.ts";

/** People come in so many waves, one after the other in the first part of the evening. */
const waves = 3;
const arrival = 0.3;

/** An evening: groups of people who meet in one lobby after the other, until it is over or stopped. */
export const runEvening = async (
  side: Side,
  wish: EveningWish,
  tally: () => Tally,
  stopped: AbortSignal,
): Promise<void> => {
  const random = randomOf(wish.seed);
  const end = performance.now() + wish.ms;
  await Promise.all(
    Array.from({ length: wish.lobbies }, async (_, nth) => {
      await wait(wish.ms * arrival * ((nth % waves) / waves) + 0.2 * wish.lifeMs * random());
      const size = Math.max(2, Math.ceil(wish.players * (0.5 + 0.5 * random())));
      try {
        const guests = await side.signIn(size);
        do await new EveningLobby(side, wish, guests, tally, random).run(stopped);
        while (!stopped.aborted && performance.now() < end - 0.5 * wish.lifeMs);
      } catch (error) {
        tally().fail(error);
      }
    }),
  );
};
