import type { Link, SpanContext } from "@opentelemetry/api";
import type { Log } from "./log.ts";

/** Spans of what takes time. Each call begins one and gives what ends it. */
export type Traces = {
  /** A request over HTTP; `parent` is a `traceparent` of W3C's. */
  readonly request: (id: string, parent?: string) => (route: string, status: number, player?: string) => void;
  /** A message to a room, until its reply; a refusal has a code. */
  readonly message: (lobby: string, type: string, player: string) => (refusal?: string) => void;
  /** Events on their way into the journal, as part of the oldest message of their lobby that waits for an answer. */
  readonly append: (lobby: string, events: number) => (failure?: string) => void;
  /** Sends what is left, for a moment. */
  readonly stop: () => Promise<void>;
};

export type TracesOptions = {
  /** Of an OTLP collector over HTTP, such as `http://localhost:4318`; undefined switches traces off. */
  readonly endpoint: string | undefined;
  /** Sent along, as `name=value,…`. */
  readonly headers?: string | undefined;
  readonly service: string;
  /** From 0 to 1: how much of what begins here is told. */
  readonly share: number;
  readonly log: Pick<Log, "warn" | "info">;
};

const exportMs = 5000;
const stopMs = 500;
const mostLinks = 32;

/** Undefined, with nothing loaded, unless there is a collector. While that is away, spans are dropped and nothing waits. */
export const openTraces = async (options: TracesOptions): Promise<Traces | undefined> => {
  const { endpoint, headers, service, share, log } = options;
  if (endpoint === undefined) return undefined;
  const [api, sdk, { OTLPTraceExporter }, { resourceFromAttributes }] = await Promise.all([
    import("@opentelemetry/api"),
    import("@opentelemetry/sdk-trace"),
    import("@opentelemetry/exporter-trace-otlp-http"),
    import("@opentelemetry/resources"),
  ]);
  const exporter = new OTLPTraceExporter({
    url: `${endpoint.replace(/\/+$/, "")}/v1/traces`,
    headers: headersOf(headers),
    timeoutMillis: exportMs,
  });
  let isAway = false;
  const telling: typeof exporter.export = exporter.export.bind(exporter);
  exporter.export = (spans, done) =>
    telling(spans, (result) => {
      const failed = result.error !== undefined;
      if (failed && !isAway) log.warn({ err: result.error }, "traces could not be sent");
      if (!failed && isAway) log.info({}, "traces are sent again");
      isAway = failed;
      done(result);
    });
  const provider = new sdk.TracerProvider({
    resource: resourceFromAttributes({ "service.name": service }),
    sampler: new sdk.ParentBasedSampler({ root: new sdk.TraceIdRatioBasedSampler(share) }),
    spanProcessors: [new sdk.BatchSpanProcessor({ exporter, exportTimeoutMillis: exportMs })],
  });
  const { ROOT_CONTEXT, SpanKind, SpanStatusCode, trace } = api;
  const tracer = provider.getTracer("parlor");
  const within = (parent: SpanContext | undefined) =>
    parent === undefined ? ROOT_CONTEXT : trace.setSpanContext(ROOT_CONTEXT, parent);
  /** By lobby, the messages that have no reply yet, oldest first. */
  const waiting = new Map<string, Set<SpanContext>>();
  const wait = (lobby: string, span: SpanContext): (() => void) => {
    const open = waiting.get(lobby) ?? new Set();
    waiting.set(lobby, open.add(span));
    return () => {
      open.delete(span);
      if (open.size === 0 && waiting.get(lobby) === open) waiting.delete(lobby);
    };
  };

  return {
    request: (id, parent) => {
      const attributes = { "parlor.request": id };
      const span = tracer.startSpan("HTTP", { kind: SpanKind.SERVER, attributes }, within(contextOf(parent)));
      return (route, status, player) => {
        span.updateName(route).setAttributes({ "http.route": route, "http.response.status_code": status });
        if (player !== undefined) span.setAttribute("parlor.player", player);
        if (status >= 500) span.setStatus({ code: SpanStatusCode.ERROR });
        span.end();
      };
    },
    message: (lobby, type, player) => {
      const attributes = { "parlor.lobby": lobby, "parlor.message": type, "parlor.player": player };
      const span = tracer.startSpan(`message ${type}`, { kind: SpanKind.SERVER, attributes }, ROOT_CONTEXT);
      const done = wait(lobby, span.spanContext());
      return (refusal) => {
        done();
        if (refusal !== undefined) span.setAttribute("parlor.refusal", refusal);
        if (refusal === "not_available") span.setStatus({ code: SpanStatusCode.ERROR });
        span.end();
      };
    },
    append: (lobby, events) => {
      const [oldest, ...others] = waiting.get(lobby) ?? [];
      const links: Link[] = others.slice(0, mostLinks).map((context) => ({ context }));
      const attributes = { "parlor.lobby": lobby, "parlor.events": events };
      const span = tracer.startSpan("journal append", { kind: SpanKind.CLIENT, attributes, links }, within(oldest));
      return (failure) => {
        if (failure !== undefined) span.setStatus({ code: SpanStatusCode.ERROR, message: failure });
        span.end();
      };
    },
    stop: async () => {
      const late = new Promise((resolve) => setTimeout(resolve, stopMs).unref());
      await Promise.race([provider.shutdown().catch(() => {}), late]);
    },
  };
};

const headersOf = (text = ""): Record<string, string> =>
  Object.fromEntries(
    text
      .split(",")
      .map((pair) => pair.trim().split("="))
      .filter(([name, ...rest]) => name && rest.length > 0)
      .map(([name, ...rest]) => [name as string, decoded(rest.join("="))]),
  );

const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};

const contextOf = (parent: string | undefined): SpanContext | undefined => {
  const [, traceId, spanId, flags] = /^00-([\da-f]{32})-([\da-f]{16})-([\da-f]{2})$/.exec(parent ?? "") ?? [];
  if (traceId === undefined || spanId === undefined || flags === undefined) return undefined;
  if (/^0+$/.test(traceId) || /^0+$/.test(spanId)) return undefined;
  return { traceId, spanId, traceFlags: Number.parseInt(flags, 16) & 1, isRemote: true };
};
