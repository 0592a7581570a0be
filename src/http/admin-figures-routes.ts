import type { Admin } from "../admin/admin.ts";
import { healthQueryFormat, type ProcessHealth } from "../protocol/admin.ts";
import type { AdminDoor } from "./admin-door.ts";
import { checked, createEndpoint } from "./endpoint.ts";

const hourMs = 3_600_000;
/** A chart needs no more points of a process than this. */
const mostPoints = 720;

/** What models were used for, and how the processes did. */
export const adminFiguresRoutes = ({ usage, health }: Admin, door: AdminDoor, now: () => number) => ({
  adminUsage: createEndpoint("/api/admin/usage", { method: "GET" }, async (request) => {
    await door.staff(request.headers);
    return usage();
  }),

  adminHealth: createEndpoint(
    "/api/admin/health",
    { method: "GET", query: healthQueryFormat, ...checked },
    async (request) => {
      await door.staff(request.headers);
      const points = await health.since(now() - request.query.hours * hourMs);
      const byProcess = Map.groupBy(points, ({ process }) => process);
      const processes = [...byProcess].map(([process, all]) => ({
        process,
        address: all.at(-1)?.address ?? "",
        points: thinned(all),
      }));
      return { processes: processes.toSorted((a, b) => firstAt(a) - firstAt(b)) };
    },
  ),
});

const firstAt = ({ points }: { readonly points: readonly ProcessHealth[] }): number => points[0]?.at ?? 0;

/** Every second point, or every third, … up to the latest. */
const thinned = (points: readonly ProcessHealth[]): readonly ProcessHealth[] => {
  const step = Math.ceil(points.length / mostPoints);
  return points.filter((_, index) => (points.length - 1 - index) % step === 0);
};
