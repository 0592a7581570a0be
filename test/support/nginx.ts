import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createConnection } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { getCACertificates, setDefaultCACertificates } from "node:tls";
import { freePort } from "./process.ts";
import { until } from "./until.ts";

/** The proxy of `deploy/nginx`, on this machine, in front of processes on these ports. */
export type Proxy = {
  /** The port that speaks TLS, and the one that sends everybody there. */
  readonly tls: number;
  readonly plain: number;
  /** Every line that was logged of requests. */
  readonly accessLog: () => string;
  readonly stop: () => Promise<void>;
};

const missing = `The test of the proxy needs nginx. Install it (on Debian or Ubuntu: apt-get install nginx-light),
or set NGINX to the path of nginx, and run the tests again.`;

const configured = (name: string): string =>
  readFileSync(new URL(`../../deploy/nginx/${name}`, import.meta.url), "utf8");

/** Ports by the names that the configuration has for the processes, such as `game1:2567`. */
export type Processes = ReadonlyMap<string, number>;

/** Starts it; this process trusts its certificate from then on. */
export const startProxy = async (start: (tls: number) => Promise<Processes>): Promise<Proxy> => {
  const program = findNginx();
  const directory = mkdtempSync(join(tmpdir(), "parlor-nginx-"));
  const [tls, plain] = await Promise.all([freePort(), freePort()]);
  const processes = await start(tls);
  makeCertificate(directory);
  const local = (text: string): string =>
    text.replaceAll("/tmp/", `${directory}/`).replaceAll("/etc/nginx/tls", directory);
  const conf = local(configured("nginx.conf"))
    .replace("listen 8080;", `listen 127.0.0.1:${plain};`)
    .replace("listen 8443 ssl;", `listen 127.0.0.1:${tls} ssl;`)
    .replace("/dev/stderr warn", `${directory}/error.log warn`)
    .replace("/dev/stdout", `${directory}/access.log`);
  writeFileSync(join(directory, "nginx.conf"), conf);
  writeFileSync(join(directory, "upstreams.conf"), upstreamsOf(processes));
  const server = spawn(program, ["-p", directory, "-c", join(directory, "nginx.conf"), "-g", "daemon off;"], {
    stdio: "ignore",
  });
  process.once("exit", () => server.kill("SIGKILL"));
  await isOpen(server, tls, () => readLog(directory, "error.log"));
  return {
    tls,
    plain,
    accessLog: () => readLog(directory, "access.log"),
    stop: async () => {
      if (server.exitCode === null) {
        const gone = once(server, "exit");
        server.kill("SIGTERM");
        await gone;
      }
      rmSync(directory, { recursive: true, force: true });
    },
  };
};

/** The same processes at other addresses; names that change theirs are for containers, and for a newer nginx than Debian's. */
const upstreamsOf = (processes: Processes): string => {
  let text = configured("upstreams.conf")
    .replace(/^resolver .*$/m, "")
    .replaceAll(" resolve", "");
  for (const [name, port] of processes) text = text.replaceAll(`server ${name} `, `server 127.0.0.1:${port} `);
  return text;
};

const makeCertificate = (directory: string): void => {
  const certificate = join(directory, "fullchain.pem");
  const names = "subjectAltName=DNS:localhost,IP:127.0.0.1";
  const key = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"];
  const out = ["-keyout", join(directory, "privkey.pem"), "-out", certificate];
  execFileSync("openssl", ["req", "-x509", ...key, ...out, "-days", "2", "-subj", "/CN=localhost", "-addext", names], {
    stdio: "ignore",
  });
  setDefaultCACertificates([...getCACertificates("default"), readFileSync(certificate, "utf8")]);
};

const readLog = (directory: string, name: string): string => {
  const file = join(directory, name);
  return existsSync(file) ? readFileSync(file, "utf8") : "";
};

const isOpen = async (server: ChildProcess, port: number, said: () => string): Promise<void> => {
  let isThere = false;
  await until("nginx", () => {
    if (server.exitCode !== null) throw new Error(`nginx did not start:\n${said()}`);
    const socket = createConnection({ port, host: "127.0.0.1" });
    socket.once("connect", () => (isThere = true)).once("error", () => {});
    socket.once("connect", () => socket.destroy());
    return isThere;
  });
};

const findNginx = (): string => {
  const named = process.env["NGINX"];
  if (named !== undefined && named !== "") return named;
  const found = ["/usr/sbin/nginx", "/usr/local/sbin/nginx", "/usr/local/bin/nginx", "/opt/homebrew/bin/nginx"].find(
    (path) => existsSync(path),
  );
  if (found !== undefined) return found;
  if (process.getuid?.() !== 0 || !existsSync("/usr/bin/apt-get")) throw new Error(missing);
  console.log("nginx is missing; installing Debian's package…");
  const options = { env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" }, stdio: "ignore" } as const;
  execFileSync("apt-get", ["update", "-qq"], options);
  execFileSync("apt-get", ["install", "-y", "-qq", "--no-install-recommends", "nginx-light", "openssl"], options);
  return "/usr/sbin/nginx";
};
