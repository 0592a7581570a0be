import type { HttpContext } from "./context.ts";
import { createEndpoint } from "./endpoint.ts";
import { processHeader } from "./presence.ts";

const text = (body: string, status: number, type = "text/plain; charset=utf-8") =>
  new Response(body, { status, headers: { "content-type": type } });

const liveAs = (runner: string): Response => {
  const response = text("live\n", 200);
  response.headers.set(processHeader, runner);
  return response;
};

/** Liveness, readiness and figures. */
export const operatorRoutes = ({ services, isReady, runner }: HttpContext) => ({
  live: createEndpoint("/health/live", { method: "GET" }, () => Promise.resolve(liveAs(runner))),
  ready: createEndpoint("/health/ready", { method: "GET" }, () =>
    Promise.resolve(isReady() ? text("ready\n", 200) : text("not ready\n", 503)),
  ),
  metrics: createEndpoint("/metrics", { method: "GET" }, async () => {
    const { registry } = services.metrics;
    return text(await registry.metrics(), 200, registry.contentType);
  }),
});
