import { type Condition, isWilling } from "../telemetry/condition.ts";
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

/** Says which part is not well, whatever the answer: Redis that is away does not make us unwilling, but should be known. */
const readyAs = (condition: Condition): Response => {
  const ready = isWilling(condition);
  return Response.json({ ready, ...condition }, { status: ready ? 200 : 503 });
};

/**
 * Liveness, readiness and figures. Live is who can still answer, and nothing more: no other process and no restart
 * of this one would bring back a database that is away.
 */
export const operatorRoutes = ({ services, condition, runner }: HttpContext) => ({
  live: createEndpoint("/health/live", { method: "GET" }, () => Promise.resolve(liveAs(runner))),
  ready: createEndpoint("/health/ready", { method: "GET" }, () => Promise.resolve(readyAs(condition()))),
  metrics: createEndpoint("/metrics", { method: "GET" }, async () => {
    const { registry } = services.metrics;
    return text(await registry.metrics(), 200, registry.contentType);
  }),
});
