import assert from "node:assert/strict";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { type Log, logOf } from "../../src/telemetry/log.ts";
import { metricsOf } from "../../src/telemetry/metrics.ts";
import { askedBy, watchRequests } from "../../src/telemetry/requests.ts";

const kept = (
  level = "trace",
): { readonly log: Log; readonly lines: Record<string, unknown>[]; text: () => string } => {
  const lines: Record<string, unknown>[] = [];
  const log = logOf(level, { write: (line) => void lines.push(JSON.parse(line) as Record<string, unknown>) });
  return { log, lines, text: () => JSON.stringify(lines) };
};

describe("the log", () => {
  it("holds no secret, wherever it was hidden", () => {
    const { log, lines, text } = kept();
    const jwt = `eyJhbGciOiJIUzI1NiJ9.${"a".repeat(20)}.${"b".repeat(20)}`;
    const failure = Object.assign(new Error("connect postgres://parlor:pgSecret1@db/parlor failed"), {
      code: "ECONNREFUSED",
      config: { headers: { authorization: "Bearer hiddenSecret2" } },
      command: { name: "auth", args: ["hiddenSecret3"] },
      detail: "Key (password)=(hiddenSecret4)",
      cause: new Error("redis://:redisSecret5@cache:6379 said no", { cause: new Error(`bad token ${jwt}`) }),
    });
    log.error({ err: failure }, "it failed");
    log.warn({ token: "fieldSecret6", user: { password: "fieldSecret7" }, headers: { cookie: "fieldSecret8" } }, "x");
    log.info("GET /p/r?sessionId=querySecret9&_authToken=querySecret10 by Bearer abcdefSecret11");
    log.warn({ body: '{"password":"jsonSecret12","apiKey":"jsonSecret13"}' }, "key sk-abcdefghSecret14 was refused");
    log.error({ err: Object.assign(new Error("x"), { request: { secret: "hiddenSecret15" } }) }, "y");
    assert(!/Secret\d/.test(text()), text());
    assert(!text().includes("eyJ"), text());
    // What happened is still told.
    const [first] = lines as [{ err: { type: string; code: string; message: string; cause: { message: string } } }];
    assert.equal(first.err.code, "ECONNREFUSED");
    assert.match(first.err.message, /connect postgres:\/\/parlor:\[cut\]@db\/parlor failed/);
    assert.match(first.err.cause.message, /said no/);
    assert.equal(lines.length, 5);
  });

  it("leaves words alone that only look a little like one", () => {
    const { log, lines } = kept();
    const text = "the token is short, the password was wrong, http://localhost:2567/a?b=c, task-force, basic maths";
    log.info(text);
    assert.equal(lines[0]?.["msg"], text);
  });

  it("bounds what an error may say", () => {
    const { log, text } = kept();
    let error = new Error("x".repeat(100_000));
    for (let n = 0; n < 50; n++) error = new Error("y".repeat(10_000), { cause: error });
    log.error({ err: error }, "it failed");
    assert(text().length < 40_000, String(text().length));
  });

  it("names the request and the person in whose name something happens, and nobody afterwards", async () => {
    const { log, lines } = kept();
    let isLater = () => {};
    const later = new Promise<void>((resolve) => (isLater = resolve));
    const server = createServer((_request, response) => {
      askedBy("ana");
      setTimeout(() => {
        log.info({ lobby: "ABCDE" }, "meanwhile");
        response.end();
        response.once("close", () => {
          setTimeout(() => {
            log.info("afterwards");
            isLater();
          }, 1);
        });
      }, 1);
    });
    watchRequests(server, {
      patternOf: () => "/",
      trustProxy: false,
      newId: () => "the-request",
      metrics: metricsOf(),
      traces: undefined,
      log,
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
    await later;
    server.close();
    server.closeAllConnections();
    const said = (message: string) => lines.find(({ msg }) => msg === message) ?? {};
    assert.deepEqual(
      [said("meanwhile")["request"], said("meanwhile")["player"], said("meanwhile")["lobby"]],
      ["the-request", "ana", "ABCDE"],
    );
    assert.equal(said("afterwards")["request"], undefined);
    assert.equal(said("a request was answered")["player"], "ana");
  });
});
