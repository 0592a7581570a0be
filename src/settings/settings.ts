import type { ServerSettings } from "../protocol/admin.ts";

/** The server's settings that admins change while it runs, the same for all processes. */
export type SettingsStore = {
  /** As this process knows them; at most 10 s old. */
  readonly current: () => ServerSettings;
  readonly refresh: () => Promise<void>;
  /** Changes some of them for good; gives them as they are then. Rejects with Outage. */
  readonly change: (changes: Partial<ServerSettings>) => Promise<ServerSettings>;
};
