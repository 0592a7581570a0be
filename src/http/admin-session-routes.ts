import type { Admin } from "../admin/admin.ts";
import type { AdminDoor } from "./admin-door.ts";
import type { HttpContext } from "./context.ts";
import { createEndpoint } from "./endpoint.ts";

const cookieName = "parlor_admin";

/** The session in a request's cookies. */
export const sessionIn = (cookies: string | undefined): string | undefined =>
  (cookies ?? "")
    .split(";")
    .map((pair) => pair.trim())
    .find((pair) => pair.startsWith(`${cookieName}=`))
    ?.slice(cookieName.length + 1);

/** The cookie that opens `/admin/monitor` and `/admin/playground`; the pages of the dashboard itself need none. */
export const adminSessionRoutes = (
  { config }: Pick<HttpContext, "config">,
  { sessions, wire }: Admin,
  door: AdminDoor,
) => {
  const cookie = (value: string, seconds: number, headers: Headers | undefined): string => {
    const proto = config.TRUST_PROXY ? headers?.get("x-forwarded-proto") : undefined;
    const isSecure = (proto ?? config.PUBLIC_URL ?? "").startsWith("https");
    const base = `${cookieName}=${value}; Path=/admin; HttpOnly; SameSite=Strict; Max-Age=${seconds}`;
    return isSecure ? `${base}; Secure` : base;
  };

  return {
    openAdminSession: createEndpoint("/api/admin/session", { method: "POST" }, async (request) => {
      const identity = await door.staff(request.headers);
      const { session, seconds } = sessions.open(identity);
      request.setHeader("set-cookie", cookie(session, seconds, request.headers));
      return { ok: true as const, seconds };
    }),

    endAdminSession: createEndpoint("/api/admin/session", { method: "DELETE" }, async (request) => {
      const { id } = await door.staff(request.headers);
      // The cookie does not come with this path: every session of theirs ends, in all processes.
      wire.tell("session_ended", { player: id });
      request.setHeader("set-cookie", cookie("", 0, request.headers));
      return { ok: true as const };
    }),
  };
};
