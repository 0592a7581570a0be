import { sharedPostgres } from "../test/support/postgres.ts";
import { Crew } from "./crew.ts";
import { mostHandles } from "./handles.ts";
import { type LoadOptions, OptionError } from "./load-options.ts";
import type { Kind } from "./orders.ts";
import { type ServerProcess, startBaseline, startParlor, startSocketio } from "./server-process.ts";

export type StageSide = {
  readonly kind: Kind;
  readonly server: ServerProcess;
  /** Where profiles of what is measured are kept; none unless given. */
  readonly profiles?: string | undefined;
};

/** Everything a scenario is played on: the servers that are measured, and the load processes. */
export type Stage = {
  readonly sides: readonly StageSide[];
  readonly crew: Crew;
  readonly close: () => Promise<void>;
};

type Wish = Pick<LoadOptions, "sides" | "database" | "workers" | "profile">;

export const openStage = async ({ sides, database, workers = 2, profile }: Wish): Promise<Stage> => {
  const url = await databaseUrl(database);
  const starts: Readonly<Record<Kind, () => Promise<ServerProcess>>> = {
    parlor: () => startParlor({ DATABASE_URL: url, MAX_LOBBIES: "100000" }),
    ws: startBaseline,
    socketio: startSocketio,
  };
  const started = await Promise.all(
    sides.map(async (kind) => ({
      kind,
      server: await starts[kind](),
      profiles: kind === "parlor" ? profile : undefined,
    })),
  );
  const crew = new Crew(workers);
  return {
    sides: started,
    crew,
    close: async () => {
      await crew.stop();
      await Promise.all(started.map(({ server }) => server.stop()));
    },
  };
};

const databaseUrl = async (database: string): Promise<string> => {
  if (database === "embedded") return "";
  if (database === "postgres") return (await sharedPostgres()).newDatabase();
  return database;
};

/** Beside the connections themselves: files, pipes, the database. */
const otherHandles = 200;

/** What a run holds open at once: so many players on each server, and on how many servers at the same time. */
const heldBy = ({ scenario, players, lobbies, connections, sides }: LoadOptions): readonly [number, number] => {
  const most = Math.max(...players);
  switch (scenario) {
    case "chat":
    case "quiz":
      return [(lobbies ?? 1) * most, sides.length];
    case "lobbies":
      return [connections ?? (lobbies ?? 0) * most, sides.length];
    case "joins":
    case "evening":
      return [connections ?? 0, 1];
    case "soak":
      return [(lobbies ?? 0) * most, 1];
  }
};

/** Throws an OptionError when the machine does not let one process hold as many connections. */
export const checkHandles = (options: LoadOptions): void => {
  const [connections, servers] = heldBy(options);
  const { workers = 1 } = options;
  const most = mostHandles();
  const needed = Math.max(connections, Math.ceil((connections * servers) / workers)) + otherHandles;
  if (needed <= most) return;
  throw new OptionError(
    `${connections} connections need ${needed} open files in one process, and this machine gives it ${most} ` +
      "(ulimit -Hn). Raise that, or take fewer connections, fewer --sides or more --workers.",
  );
};
