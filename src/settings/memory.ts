import { type ServerSettings, serverSettingsFormat } from "../protocol/admin.ts";
import { given } from "./read.ts";
import type { SettingsStore } from "./settings.ts";

/** Settings that last as long as the process. */
export const memorySettings = (initial: Partial<ServerSettings> = {}): SettingsStore => {
  let current: ServerSettings = { ...serverSettingsFormat.parse({}), ...given(initial) };
  return {
    current: () => current,
    refresh: () => Promise.resolve(),
    change: async (changes) => (current = { ...current, ...given(changes) }),
  };
};
