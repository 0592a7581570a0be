import assert from "node:assert/strict";
import { existsSync, globSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { fileURLToPath } from "node:url";
import { parse } from "yaml";
import { readConfig } from "../../src/config.ts";
import { isPinned, knows, stopSeconds, version } from "../support/deployed.ts";
import { readText } from "../support/figures.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));

type Service = {
  readonly image: string;
  readonly environment?: Readonly<Record<string, string>>;
  readonly volumes?: readonly string[];
  readonly ports?: readonly string[];
  readonly networks: readonly string[];
  readonly read_only?: boolean;
  readonly stop_grace_period?: string;
  readonly healthcheck?: { readonly test: readonly string[] };
  readonly depends_on?: Readonly<Record<string, { readonly condition: string }>>;
};
type Compose = {
  readonly services: Readonly<Record<string, Service>>;
  readonly networks: Readonly<Record<string, { readonly internal?: boolean }>>;
  readonly volumes: object;
};

describe("the image", () => {
  const lines = readText("Dockerfile").replaceAll("\\\n", " ").split("\n");
  const stages = lines.flatMap((line) => {
    const [, image, name] = /^FROM (\S+)(?: AS (\w+))?$/.exec(line) ?? [];
    return image === undefined ? [] : [{ image, name }];
  });
  const last = lines.slice(lines.findLastIndex((line) => line.startsWith("FROM ")));
  /** What is copied out of the repository in the last stage. */
  const copied = last
    .map((line) => /^COPY (?!--from)(.+) \S+$/.exec(line)?.[1])
    .flatMap((sources) => sources?.split(" ") ?? []);

  it("is made in stages, each with a version", () => {
    const names = new Set(stages.map(({ name }) => name));
    for (const { image } of stages) isPinned(image);
    const used = lines.flatMap((line) => /^COPY --from=(\S+)/.exec(line)?.[1] ?? []);
    assert(used.length > 0 && used.every((name) => names.has(name)), used.join(", "));
  });

  it("holds every file that the server imports, and each is let through to the builder", () => {
    const ignored = readText(".dockerignore").split("\n");
    for (const source of [...copied, ".npmrc", "package-lock.json"]) {
      assert(globSync(source, { cwd: root }).length > 0, `${source} is not there`);
      assert(ignored.includes(`!${source.split("/")[0]}`), `${source} is kept from the builder`);
    }
    const isThere = (file: string): boolean =>
      copied.some((source) => file === source || file.startsWith(`${source}/`) || globFits(source, file));
    const seen = new Set<string>();
    const look = (file: string): void => {
      if (seen.has(file)) return;
      seen.add(file);
      assert(isThere(file), `${file} is not in the image`);
      const text = readFileSync(join(root, file), "utf8");
      for (const [, path] of text.matchAll(/(?:\bfrom |\bimport\(|\bnew URL\()"(\.\.?\/[^"]+\.(?:ts|cjs|json))"/g)) {
        look(normalize(join(dirname(file), path as string)));
      }
    };
    look("src/index.ts");
    assert(seen.size > 200, `${seen.size} files`);
  });

  it("runs as nobody special, says where it listens and how it is", () => {
    const index = (start: string) => last.findIndex((line) => line.startsWith(start));
    assert(index("USER node") > index("COPY --from=portal") && index("USER node") < index("CMD "));
    assert.equal(last[index("EXPOSE")], `EXPOSE ${readConfig({}).PORT}`);
    assert(last.some((line) => line.includes("/health/live")));
    const environment = [...(last[index("ENV")] ?? "").matchAll(/([A-Z_]+)=/g)].map((match) => match[1] as string);
    knows(environment, "Dockerfile");
  });
});

/** `web/*.ts` and the like. */
const globFits = (pattern: string, file: string): boolean =>
  pattern.includes("*") && new RegExp(`^${pattern.replaceAll(".", "\\.").replace("*", "[^/]*")}$`).test(file);

describe("compose.yaml", () => {
  const compose = parse(readText("compose.yaml"), { merge: true }) as Compose;
  const games = Object.entries(compose.services).filter(([, { environment }]) => environment?.["PUBLIC_ADDRESS"]);
  const example = readText("deploy/compose.env.example");
  const given = new Map([...example.matchAll(/^([A-Z_]+)=(.*)$/gm)].map(([, name, value]) => [name, value]));
  const filled = (text: string): string =>
    text.replaceAll(/\$\{([A-Z_]+)(?::[?-][^}]*)?\}/g, (_, name: string) => {
      assert(given.has(name), `deploy/compose.env.example does not name ${name}`);
      return given.get(name) || (name.endsWith("PASSWORD") ? "0123456789" : "");
    });

  it("gives two processes settings that they understand", () => {
    assert.equal(games.length, 2);
    for (const [name, { environment = {} }] of games) {
      knows(Object.keys(environment), name);
      const config = readConfig(
        Object.fromEntries(Object.entries(environment).map(([key, value]) => [key, filled(value)])),
      );
      assert.equal(config.INTERNAL_ADDRESS, `${name}:${config.PORT}`);
      assert.equal(config.TRUST_PROXY, true);
      assert(config.REDIS_URL !== undefined && config.DATABASE_URL !== undefined);
      assert.equal(`https://${config.PUBLIC_ADDRESS?.split("/")[0]}`, config.PUBLIC_URL);
    }
  });

  it("waits for a process longer than that takes to hand its lobbies over", () => {
    for (const [name, { environment = {}, stop_grace_period }] of games) {
      const drain = Number(environment["DRAIN_SECONDS"]);
      assert(Number.parseInt(stop_grace_period ?? "", 10) > drain + stopSeconds, name);
    }
  });

  it("has images that don't change by themselves, and files and volumes that are there", () => {
    for (const { image, volumes = [] } of Object.values(compose.services)) {
      isPinned(image);
      for (const volume of volumes) {
        const [from = ""] = volume.split(":");
        if (!from.startsWith(".")) assert(from in compose.volumes, volume);
        else assert(from === "./deploy/tls" || existsSync(join(root, from)), volume);
      }
    }
    assert.equal(games[0]?.[1].image, `parlor:${version}`);
  });

  it("keeps the database and Redis to itself, and starts nobody too early", () => {
    const { postgres, redis, proxy } = compose.services;
    for (const one of [postgres, redis]) {
      assert.deepEqual([one?.ports, one?.networks], [undefined, ["data"]]);
      assert(one?.healthcheck !== undefined);
    }
    assert.equal(compose.networks["data"]?.internal, true);
    for (const [, { depends_on, ports, healthcheck, read_only }] of games) {
      assert.equal(ports, undefined);
      assert.equal(read_only, true);
      assert(healthcheck?.test.some((part) => part.includes("/health/ready")));
      assert.deepEqual(Object.keys(depends_on ?? {}), ["postgres", "redis"]);
    }
    assert.deepEqual(
      Object.keys(proxy?.depends_on ?? {}),
      games.map(([name]) => name),
    );
  });

  it("has a proxy that knows every process by its path", () => {
    const upstreams = readText("deploy/nginx/upstreams.conf");
    const conf = readText("deploy/nginx/nginx.conf");
    for (const [, { environment = {} }] of games) {
      const path = environment["PUBLIC_ADDRESS"]?.split("/")[1] as string;
      const address = (environment["INTERNAL_ADDRESS"] as string).replaceAll(".", "\\.");
      assert.match(upstreams, new RegExp(`upstream parlor_${path} \\{[^}]*server ${address} `));
      assert.match(upstreams, new RegExp(`upstream parlor_all \\{[^}]*server ${address} `));
      assert.match(upstreams, new RegExp(`~\\^/${path}/ parlor_${path};`));
    }
    const listened = [...conf.matchAll(/listen (\d+)/g)].map((match) => match[1]);
    const published = compose.services["proxy"]?.ports?.map((ports) => ports.split(":")[1]);
    assert.deepEqual(published, listened);
    // A WebSocket on which nothing is said lives from ping to ping.
    const ping =
      Number(
        /pingInterval: ([\d_]+)/
          .exec(globSync("src/*.ts", { cwd: root }).map(readText).join("\n"))?.[1]
          ?.replace("_", ""),
      ) / 1000;
    assert(Number(/proxy_read_timeout (\d+)s/.exec(conf)?.[1]) > 2 * ping);
  });
});
