import type { Services } from "../../rooms/services.ts";
import type { PlayerId } from "../core/ids.ts";
import type { AdminSessions } from "./sessions.ts";
import type { Wire } from "./wire.ts";

/** Has this process do what the staff order, by whichever process they do it; gives what ends that. */
export const obeyOrders = async (
  wire: Wire,
  services: Pick<Services, "admission" | "conduct" | "running" | "refreshWords" | "settings" | "log">,
  sessions: Pick<AdminSessions, "end">,
): Promise<() => void> => {
  const { admission, conduct, running, log } = services;
  const worry = (error: unknown): void => log.warn({ err: error }, "what the staff changed was not looked up");
  const ends = await Promise.all([
    wire.hear("expel", ({ player }) => {
      conduct.forget(player as PlayerId);
      running.expel(player as PlayerId);
    }),
    wire.hear("conduct", ({ player }) => conduct.forget(player as PlayerId)),
    wire.hear("signed_out", ({ player }) => {
      admission.forget(player as PlayerId);
      running.signOut(player as PlayerId);
    }),
    wire.hear("session_ended", ({ player }) => sessions.end(player as PlayerId)),
    wire.hear("notes", ({ player }) => running.hasNotes(player as PlayerId)),
    wire.hear("settings", () => void services.settings.refresh().catch(worry)),
    wire.hear("words", () => void services.refreshWords().catch(worry)),
    wire.hear("announce", ({ text }) => running.announce(text)),
  ]);
  return () => {
    for (const end of ends) end();
  };
};
