import { existsSync, renameSync } from "node:fs";
import { join } from "node:path";

/** Where the embedded database lives below the data directory, and where a restored one waits to take its place. */
export const databaseIn = (dataDir: string): string => join(dataDir, "database");
export const restoredIn = (dataDir: string): string => join(dataDir, "database.restored");

/**
 * Puts a restored database in its place and the old one aside; gives the old one's new name. Two renames, which a
 * crash can part: so it is done again at each start, by the one who holds the data directory.
 */
export const takeRestored = (dataDir: string): string | undefined => {
  const restored = restoredIn(dataDir);
  if (!existsSync(restored)) return undefined;
  const database = databaseIn(dataDir);
  const aside = `${database}.before-${new Date().toISOString().replaceAll(":", "-")}`;
  const replaces = existsSync(database);
  if (replaces) renameSync(database, aside);
  renameSync(restored, database);
  return replaces ? aside : undefined;
};
