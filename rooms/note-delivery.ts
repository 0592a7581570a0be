import type { Client } from "@colyseus/core";
import type { PlayerId } from "../src/core/ids.ts";
import type { Services } from "./services.ts";

/** Tells somebody what has waited for them. A failure costs nothing: it waits on. */
export const deliverNotes = async (
  { notes, log }: Pick<Services, "notes" | "log">,
  client: Client,
  player: PlayerId,
): Promise<void> => {
  try {
    const waiting = await notes.waiting(player);
    for (const { code, text, data } of waiting) client.send("notice", { code, text, data });
    if (waiting.length > 0) await notes.told(waiting.map(({ id }) => id));
  } catch (error) {
    log.warn({ player, err: error }, "notes were not delivered");
  }
};
