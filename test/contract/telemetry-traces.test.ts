import assert from "node:assert/strict";
import { openTraces } from "../../src/telemetry/traces.ts";
import { startApp } from "../support/app.ts";
import { attribute, startCollector } from "../support/collector.ts";
import { call } from "../support/http.ts";
import { enter, guest, makeLobby, refusalOf } from "../support/people.ts";

const chatter = async (environment: Readonly<Record<string, string>>) => {
  const app = await startApp({ environment });
  const ana = await guest(app, "Ana");
  const code = await makeLobby(ana);
  const seat = await enter(ana, code);
  return { app, ana, code, seat };
};

describe("traces", function () {
  this.timeout(120_000);

  it("are not there, and nothing is loaded for them, unless there is a collector", async () => {
    const { app, seat } = await chatter({});
    assert.equal(app.services.traces, undefined);
    await seat.leave();
    await app.close();
  });

  it("tell a collector of requests, messages, and appends as part of what waits for them", async () => {
    const collector = await startCollector();
    const { app, ana, code, seat } = await chatter({
      OTEL_EXPORTER_OTLP_ENDPOINT: `${collector.url}/`,
      OTEL_EXPORTER_OTLP_HEADERS: "x-team=quiz%20night, x-key=k1",
      OTEL_SERVICE_NAME: "parlor-test",
      TRUST_PROXY: "true",
    });
    await seat.say("hello");
    assert.equal(await refusalOf(seat.ask("pause")), "no_game");
    const traceId = "0af7651916cd43dd8448eb211c80319c";
    const traceparent = `00-${traceId}-b7ad6b7169203331-01`;
    await call(app, "GET", `/api/lobbies/${code}`, { headers: { traceparent } });
    await call(app, "GET", "/api/lobbies", { headers: { traceparent: "00-nonsense-01" } });
    await seat.leave();
    await app.close();
    collector.close();

    assert.deepEqual([...collector.services], ["parlor-test"]);
    assert.deepEqual([collector.headerOf("x-team"), collector.headerOf("x-key")], ["quiz night", "k1"]);
    const named = (name: string) => {
      const found = collector.spans.find((span) => span.name === name);
      assert(found !== undefined, `no span ${name} in ${collector.spans.map((span) => span.name).join(", ")}`);
      return found;
    };
    const said = named("message chat");
    assert.equal(attribute(said, "parlor.lobby"), code);
    assert.equal(attribute(said, "parlor.player"), ana.id);
    const append = collector.spans.find(
      ({ name, parentSpanId }) => name === "journal append" && parentSpanId === said.spanId,
    );
    assert.equal(append?.traceId, said.traceId);
    assert.equal(attribute(named("message pause"), "parlor.refusal"), "no_game");
    const looked = named("GET /api/lobbies/:code");
    assert.deepEqual([looked.traceId, looked.parentSpanId], [traceId, "b7ad6b7169203331"]);
    assert.equal(attribute(looked, "http.response.status_code"), "200");
    assert(!named("GET /api/lobbies").parentSpanId);
    assert.equal(attribute(named("POST /matchmake"), "http.response.status_code"), "200");
    assert(!JSON.stringify(collector.spans).includes(ana.token));
    assert(!JSON.stringify(collector.spans).includes("hello"));
  });

  it("hold nobody up while the collector is away or silent, and say so once", async () => {
    const lines: string[] = [];
    const say = (_fields: object | string, message?: string) => void lines.push(message ?? "");
    const [away, silent] = await Promise.all([startCollector(), startCollector("silent")]);
    away.close();
    for (const { url: endpoint } of [away, silent]) {
      const log = { warn: say, info: say };
      const traces = await openTraces({ endpoint, service: "parlor", share: 1, log });
      assert(traces !== undefined);
      // Many more than may wait to be sent.
      for (let n = 0; n < 5000; n++) traces.message("ABCDE", "chat", "ana")();
      const stopping = performance.now();
      await traces.stop();
      assert(performance.now() - stopping < 2000, "the stop waited for the collector");
    }
    silent.close();
    assert(lines.filter((line) => line === "traces could not be sent").length <= 2, lines.join(", "));
  });
});
