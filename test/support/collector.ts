import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { json } from "node:stream/consumers";

type Value = { readonly stringValue?: string; readonly intValue?: number; readonly doubleValue?: number };
type Attribute = { readonly key: string; readonly value: Value };

/** A span as a collector is told of it. */
type ToldSpan = {
  readonly traceId: string;
  readonly spanId: string;
  readonly parentSpanId?: string;
  readonly name: string;
  readonly attributes: readonly Attribute[];
  readonly links?: readonly { readonly spanId: string }[];
};

type Told = {
  readonly resourceSpans: readonly {
    readonly resource: { readonly attributes: readonly Attribute[] };
    readonly scopeSpans: readonly { readonly spans: readonly ToldSpan[] }[];
  }[];
};

/** A stand-in for an OpenTelemetry collector: keeps the spans that it is told over HTTP. */
export type Collector = {
  readonly url: string;
  readonly spans: readonly ToldSpan[];
  readonly services: ReadonlySet<string>;
  /** The value of a header with which spans came. */
  readonly headerOf: (name: string) => string | undefined;
  readonly close: () => void;
};

/** One that is `silent` takes requests and never answers. */
export const startCollector = async (manner: "well" | "silent" = "well"): Promise<Collector> => {
  const spans: ToldSpan[] = [];
  const services = new Set<string>();
  let headers: Readonly<Record<string, string | string[] | undefined>> = {};
  const take = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { resourceSpans } = (await json(request)) as Told;
    for (const { resource, scopeSpans } of resourceSpans) {
      services.add(attribute(resource, "service.name") ?? "");
      spans.push(...scopeSpans.flatMap((scope) => scope.spans));
    }
    response.writeHead(request.url === "/v1/traces" ? 200 : 404, { "content-type": "application/json" }).end("{}");
  };
  const server = createServer((request, response) => {
    if (manner === "silent") return;
    headers = request.headers;
    void take(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    spans,
    services,
    headerOf: (name) => headers[name]?.toString(),
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
};

/** What a span, or who told it, says under a name. */
export const attribute = (
  { attributes }: { readonly attributes: readonly Attribute[] },
  name: string,
): string | undefined => {
  const { stringValue, intValue, doubleValue } = attributes.find(({ key }) => key === name)?.value ?? {};
  return (stringValue ?? intValue ?? doubleValue)?.toString();
};
