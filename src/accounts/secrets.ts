import { randomBytes } from "node:crypto";
import { mkdir, open, readFile, rename } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";

/** What the server keeps to itself. `adminPassword` is set only when it was made just now, to be shown once. */
export type Secrets = {
  readonly jwtSecret: string;
  readonly adminHash: string;
  readonly newAdminPassword: string | undefined;
};

const kept = z.object({ jwtSecret: z.string().min(32), adminHash: z.string().min(1) });

export type SecretsOptions = {
  readonly directory: string;
  readonly jwtSecret?: string | undefined;
  readonly adminPassword?: string | undefined;
  readonly hash: (password: string) => Promise<string>;
};

/**
 * Reads `secrets.json` of the data directory, making on the first start what the environment does not give.
 * The file is readable by its owner only and is replaced whole.
 */
export const loadSecrets = async (options: SecretsOptions): Promise<Secrets> => {
  const file = join(options.directory, "secrets.json");
  await mkdir(options.directory, { recursive: true });
  const found = await readKept(file);
  const newAdminPassword =
    found === undefined && options.adminPassword === undefined ? randomBytes(12).toString("base64url") : undefined;
  const stored = found ?? {
    jwtSecret: randomBytes(48).toString("base64url"),
    adminHash: await options.hash(options.adminPassword ?? (newAdminPassword as string)),
  };
  if (found === undefined) await replaceFile(file, JSON.stringify(stored));
  return {
    jwtSecret: options.jwtSecret ?? stored.jwtSecret,
    adminHash: options.adminPassword === undefined ? stored.adminHash : await options.hash(options.adminPassword),
    newAdminPassword,
  };
};

const readKept = async (file: string): Promise<z.output<typeof kept> | undefined> => {
  let text: string;
  try {
    text = await readFile(file, "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw error;
  }
  try {
    return kept.parse(JSON.parse(text));
  } catch (error) {
    throw new Error(`${file} is damaged; restore it, or remove it to have new secrets made (everybody signs in anew)`, {
      cause: error,
    });
  }
};

const replaceFile = async (file: string, text: string): Promise<void> => {
  const handle = await open(`${file}.new`, "w", 0o600);
  try {
    await handle.writeFile(text);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(`${file}.new`, file);
};
