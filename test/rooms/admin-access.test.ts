import assert from "node:assert/strict";
import { Server } from "@colyseus/core";
import jwt from "jsonwebtoken";
import type { PlayerId } from "../../src/core/ids.ts";
import { jwtSecret, startApp, type TestApp } from "../support/app.ts";
import { call } from "../support/http.ts";
import { clientOf, guest, type Person, refusalOf } from "../support/people.ts";
import { admin as signInAdmin, done, promoted } from "../support/staff.ts";

type Route = { readonly method: string; readonly path: string; readonly isForAdmins: boolean };

/** Who comes to a door of the staff without leave, and with which refusal they are sent away. */
type Stranger = { readonly who: string; readonly token: string | undefined; readonly code: string };

const hourAgo = Math.floor(Date.now() / 1000) - 3600;
const claims = {
  name: "Eve",
  role: "admin",
  kind: "human",
  ver: 1,
  typ: "access",
  iat: hourAgo,
  exp: hourAgo + 86_400,
};
const meant = { issuer: "parlor", audience: "play", subject: "admin" } as const;
const signed = (payload: object, secret = jwtSecret, options: object = {}): string =>
  jwt.sign(payload, secret, { algorithm: "HS256", ...meant, ...options } as jwt.SignOptions);

describe("the staff's doors", function () {
  this.timeout(120_000);
  let app: TestApp;
  let admin: Person;
  let moderator: Person;
  let routes: readonly Route[];
  let strangers: readonly Stranger[];

  before(async () => {
    app = await startApp();
    admin = await signInAdmin(app);
    moderator = await promoted(app, admin, "Mia");
    const [player, left] = [await guest(app, "Paul"), await promoted(app, admin, "Lea")];
    await done(app, left, "POST", "/auth/sign-out-everywhere", {});
    const { session } = sessionOf(await openSession(app, admin));
    const bot = { id: "bot-otto" as PlayerId, name: "Otto", role: "player", kind: "bot" } as const;
    strangers = [
      { who: "nobody", token: undefined, code: "unauthorized" },
      { who: "a player", token: player.token, code: "not_owner" },
      { who: "a bot", token: app.services.tokens.issue(bot), code: "not_owner" },
      { who: "a bot with a role", token: app.services.tokens.issue({ ...bot, role: "admin" }), code: "not_owner" },
      { who: "a token that has run out", token: signed({ ...claims, exp: hourAgo + 60 }), code: "token_expired" },
      { who: "a token of another secret", token: signed(claims, "x".repeat(40)), code: "unauthorized" },
      { who: "a token of no algorithm", token: signed(claims, "", { algorithm: "none" }), code: "unauthorized" },
      {
        who: "a token for something else",
        token: signed(claims, jwtSecret, { audience: "admin-pages" }),
        code: "unauthorized",
      },
      { who: "a session instead of a token", token: session, code: "unauthorized" },
      { who: "a token that was ended", token: left.token, code: "unauthorized" },
      { who: "words", token: "admin", code: "unauthorized" },
    ];
    const { paths } = await done<{ paths: Record<string, Record<string, { summary?: string }>> }>(
      app,
      admin,
      "GET",
      "/api/openapi.json",
    );
    const endpoints = Object.values(Server.current?.router?.endpoints ?? {}) as {
      readonly path: string;
      readonly options: { readonly method: string };
    }[];
    routes = endpoints
      .filter(({ path }) => path.startsWith("/api/admin"))
      .map(({ path, options: { method } }) => {
        const described = paths[path.replace(/:(\w+)/g, "{$1}")]?.[method.toLowerCase()]?.summary ?? "";
        assert.match(described, /; (staff|admin)$/, `${method} ${path} says whose it is`);
        return { method, path: path.replace(/:\w+/g, "ABCDE"), isForAdmins: described.endsWith("; admin") };
      });
  });
  after(() => app.close());
  afterEach(() => assert.deepEqual(app.errors, []));

  it("are closed to everybody else, each of them, whatever is sent", async () => {
    assert.ok(routes.length >= 25, `${routes.length} routes`);
    for (const { who, token, code } of strangers) {
      for (const { method, path } of routes) {
        const body = method === "GET" ? {} : { body: { surprise: true } };
        const answer = await call(app, method, path, { ...(token === undefined ? {} : { token }), ...body });
        const status = code === "not_owner" ? 403 : 401;
        assert.deepEqual([answer.status, answer.code], [status, code], `${who}: ${method} ${path}`);
      }
    }
  });

  it("are open to moderators, but for what admins alone may do", async () => {
    assert.deepEqual(
      routes.filter(({ isForAdmins }) => isForAdmins).map(({ method, path }) => `${method} ${path}`),
      ["POST /api/admin/people/ABCDE/role", "PATCH /api/admin/settings", "POST /api/admin/retrain"],
    );
    const bodies: Record<string, object> = {
      "/api/admin/people/ABCDE/role": { role: "admin", why: "wants to" },
      "/api/admin/settings": { changes: { strikeLimit: 5 }, why: "wants to" },
    };
    for (const { method, path, isForAdmins } of routes) {
      if (path === "/api/admin/session") continue;
      const body = method === "GET" ? {} : { body: bodies[path] ?? { surprise: true } };
      const { status, code } = await call(app, method, path, { token: moderator.token, ...body });
      if (isForAdmins) assert.deepEqual([status, code], [403, "not_owner"], `${method} ${path}`);
      else assert.ok(status !== 401 && status !== 403, `${method} ${path}: ${status}`);
    }
    const { settings } = await done<{ settings: { strikeLimit: number } }>(
      app,
      moderator,
      "GET",
      "/api/admin/settings",
    );
    assert.equal(settings.strikeLimit, 3);
  });

  it("close the admin room to the same people", async () => {
    for (const { who, token, code } of strangers) {
      for (const method of ["joinOrCreate", "join"] as const) {
        assert.equal(await refusalOf(clientOf(app, token)[method]("admin")), code, who);
      }
    }
    const room = await moderator.client.joinOrCreate("admin");
    room.onMessage("*", () => {});
    await room.leave();
  });

  it("close the monitor and the playground to them, by token or by cookie", async () => {
    for (const page of ["/admin/monitor/", "/admin/monitor/api", "/admin/playground/", "/admin/playground/rooms"]) {
      for (const { who, token, code } of strangers) {
        if (token === undefined) continue;
        const answer = await call(app, "GET", page, { token });
        assert.equal(answer.code, code, `${who}: ${page}`);
      }
      for (const session of ["", "x", admin.token, signed({ ...claims, typ: "admin-session" })]) {
        const answer = await call(app, "GET", page, { headers: { cookie: `parlor_admin=${session}` } });
        assert.deepEqual([answer.status, answer.code], [401, "unauthorized"], page);
      }
      assert.equal((await call(app, "GET", page)).status, 401);
      assert.equal((await call(app, "GET", page, { token: admin.token })).status, 200, page);
      assert.equal((await call(app, "GET", page, { headers: await cookieOf(app, admin) })).status, 200, page);
      const ofModerator = await call(app, "GET", page, { headers: await cookieOf(app, moderator) });
      assert.equal(ofModerator.status, page.startsWith("/admin/monitor") ? 200 : 403, page);
    }
  });

  it("open by a cookie that pages can't read and other sites don't send, for an hour", async () => {
    const cookie = (await openSession(app, admin)).headers.get("set-cookie") ?? "";
    assert.match(cookie, /^parlor_admin=[\w.-]+; Path=\/admin; HttpOnly; SameSite=Strict; Max-Age=3600$/);
    const { session } = sessionOf({ headers: new Headers({ "set-cookie": cookie }) });
    const { at, exp } = jwt.decode(session) as { at: number; exp: number };
    assert.ok(exp * 1000 - at <= 3_600_000);
  });

  it("close again when the session is ended, and when all tokens are", async () => {
    const opens = async (headers: { cookie: string }) =>
      (await call(app, "GET", "/admin/monitor/api", { headers })).status;
    const one = await cookieOf(app, admin);
    assert.equal(await opens(one), 200);
    const ended = await call(app, "DELETE", "/api/admin/session", { token: admin.token });
    assert.match(ended.headers.get("set-cookie") ?? "", /^parlor_admin=; Path=\/admin; .*Max-Age=0$/);
    assert.equal(await opens(one), 401);
    const nora = await promoted(app, admin, "Nora");
    const two = await cookieOf(app, nora);
    assert.equal(await opens(two), 200);
    await done(app, nora, "POST", "/auth/sign-out-everywhere", {});
    assert.equal(await opens(two), 401);
  });
});

const openSession = (app: TestApp, person: Person) => call(app, "POST", "/api/admin/session", { token: person.token });

const sessionOf = ({ headers }: { readonly headers: Headers }): { readonly session: string } => ({
  session: /^parlor_admin=([^;]*)/.exec(headers.get("set-cookie") ?? "")?.[1] ?? "",
});

const cookieOf = async (app: TestApp, person: Person): Promise<{ cookie: string }> => ({
  cookie: `parlor_admin=${sessionOf(await openSession(app, person)).session}`,
});
