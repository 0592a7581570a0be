import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { inspect } from "node:util";
import { type App, type AppOptions, createApp } from "../../src/app.ts";
import { readConfig } from "../../src/config.ts";
import type { Services } from "../../rooms/services.ts";
import type { QuestionSource } from "../../src/questions/source.ts";

export const jwtSecret = "a secret for tests, long enough for HS256";
export const adminPassword = "the admin of the tests";

export type TestApp = {
  readonly services: Services;
  /** Such as `http://127.0.0.1:34567`. */
  readonly url: string;
  /** What was logged as an error with a cause: empty unless something of ours threw. The framework's own words are left out. */
  readonly errors: readonly object[];
  readonly close: () => Promise<void>;
};

export type TestOptions = Pick<AppOptions, "now" | "pace" | "portal" | "store"> & {
  readonly environment?: Readonly<Record<string, string>>;
  /** Every line that is logged, as JSON. */
  readonly onLog?: (line: string) => void;
  /** In the place of all others. */
  readonly source?: QuestionSource;
};

/**
 * A whole server on a free port, with a data directory of its own that is removed at the end. The framework's
 * matchmaker is one per process: close one server before starting the next.
 */
export const startApp = async ({ environment, source, onLog, ...options }: TestOptions = {}): Promise<TestApp> => {
  const directory = await mkdtemp(join(tmpdir(), "parlor-test-"));
  const errors: object[] = [];
  const config = readConfig({
    PORT: "0",
    HOST: "127.0.0.1",
    DATA_DIR: directory,
    JWT_SECRET: jwtSecret,
    ADMIN_PASSWORD: adminPassword,
    LOG_LEVEL: "silent",
    OPENTDB_URL: "off",
    ...environment,
  });
  const silent = (fields: object | string, message?: string) => onLog?.(inspect([fields, message], { depth: 8 }));
  const error = (fields: object | string, message?: string) => {
    silent(fields, message);
    if (typeof fields !== "string") errors.push({ message, ...fields });
  };
  const app: App = await createApp({
    pace: 0.02,
    store: "memory",
    log: { debug: silent, info: silent, warn: silent, error },
    ...options,
    config,
  });
  if (source !== undefined) {
    const sources = app.services.sources as Map<string, QuestionSource>;
    sources.clear();
    sources.set("bank", source);
  }
  const port = await app.listen();
  const close = async () => {
    await app.close();
    await rm(directory, { recursive: true, force: true });
  };
  return { services: app.services, url: `http://127.0.0.1:${port}`, errors, close };
};
