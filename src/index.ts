import { enableCompileCache, flushCompileCache } from "node:module";
import { networkInterfaces } from "node:os";
import { fileURLToPath } from "node:url";
import { type Config, ConfigError, readConfig } from "./config.ts";

/** How long a stop may take before it is forced, in ms. */
const stopMs = 10_000;
/** When what has been compiled is kept, after the start, in ms: all that a start needs is there by then. */
const cacheMs = 1000;

const readEnvironment = (): Config => {
  try {
    process.loadEnvFile();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
  }
  return readConfig(process.env);
};

const lanAddresses = (): readonly string[] =>
  Object.values(networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .filter(({ family, internal }) => family === "IPv4" && !internal)
    .map(({ address }) => address);

const main = async (): Promise<void> => {
  const config = readEnvironment();
  // What was compiled once need not be again: a process that was killed is back sooner. Kept beside the code it is
  // made of, where nobody else writes; where nothing may be written it is done without.
  enableCompileCache(fileURLToPath(new URL("../node_modules/.cache/parlor-code", import.meta.url)));
  const [{ createApp }, { buildApart }] = await Promise.all([import("./app.ts"), import("../web/build.ts")]);
  const app = await createApp({ config, portal: await buildApart(config.MODES) });
  let stopping = false;
  // Of some promises nobody hears: a write to Redis, which has just gone away, within the framework. Without this line
  // such a one would end the process with all its lobbies.
  process.on("unhandledRejection", (error) => {
    const { log } = app.services;
    // At the end, what is still on its way to Redis is lost with the connection.
    if (stopping) log.debug({ err: error }, "something was cut off");
    else log.error({ err: error }, "something failed that nobody waited for");
  });
  const port = await app.listen();
  const everywhere = config.HOST === "0.0.0.0" || config.HOST === "::";
  const lines = [
    `Parlor is open at ${config.PUBLIC_URL ?? `http://${everywhere ? "localhost" : config.HOST}:${port}`}`,
    ...(everywhere ? lanAddresses().map((address) => `  on your network: http://${address}:${port}`) : []),
    ...(app.newAdminPassword === undefined
      ? []
      : ["", `  The admin's name is "admin" and the password, shown only this once: ${app.newAdminPassword}`]),
  ];
  const stop = (): void => {
    if (stopping) return;
    stopping = true;
    setTimeout(
      () => process.exit(1),
      stopMs + (config.REDIS_URL === undefined ? 0 : config.DRAIN_SECONDS * 1000),
    ).unref();
    app.close().then(
      () => process.exit(0),
      (error: unknown) => {
        console.error(error);
        process.exit(1);
      },
    );
  };
  process.on("SIGINT", stop);
  process.on("SIGTERM", stop);
  console.log(lines.join("\n"));
  // By itself it is written at the end, which a process that is killed does not see.
  setTimeout(flushCompileCache, cacheMs).unref();
};

main().catch((error: unknown) => {
  console.error(error instanceof ConfigError ? error.message : error);
  process.exit(1);
});
