import { type ServerSettings, serverSettingsFormat } from "../protocol/admin.ts";

const fields = Object.entries(serverSettingsFormat.shape);

/** What is really changed: a field that is there without a value is none. */
export const given = (changes: Partial<ServerSettings>): Partial<ServerSettings> =>
  Object.fromEntries(
    fields.flatMap(([name]) => {
      const value = changes[name as keyof ServerSettings];
      return value === undefined ? [] : [[name, value]];
    }),
  );

/** Settings out of what was stored: what is unknown is left out, and what is missing or wrong is as in a new server. */
export const readSettings = (stored: ReadonlyMap<string, unknown>): ServerSettings =>
  Object.fromEntries(
    fields.map(([name, format]) => {
      const read = format.safeParse(stored.get(name));
      return [name, read.success ? read.data : format.parse(undefined)];
    }),
  ) as ServerSettings;
