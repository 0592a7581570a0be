import type { HttpContext } from "./context.ts";
import { createEndpoint } from "./endpoint.ts";

const text = (body: string, status: number, type = "text/plain; charset=utf-8") =>
  new Response(body, { status, headers: { "content-type": type } });

/** Liveness, readiness and figures. */
export const operatorRoutes = ({ services, isReady }: HttpContext) => ({
  live: createEndpoint("/health/live", { method: "GET" }, () => Promise.resolve(text("live\n", 200))),
  ready: createEndpoint("/health/ready", { method: "GET" }, () =>
    Promise.resolve(isReady() ? text("ready\n", 200) : text("not ready\n", 503)),
  ),
  metrics: createEndpoint("/metrics", { method: "GET" }, async () => {
    const { registry } = services.metrics;
    return text(await registry.metrics(), 200, registry.contentType);
  }),
});
