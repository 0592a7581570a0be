import assert from "node:assert/strict";
import { createRouter } from "@colyseus/core";
import { identitiesOf } from "../../src/accounts/identities.ts";
import { memoryAccounts } from "../../src/accounts/memory.ts";
import { tokensOf } from "../../src/accounts/tokens.ts";
import type { PlayerId } from "../../src/core/ids.ts";
import type { Database } from "../../src/database/database.ts";
import { routerErrors } from "../../src/http/endpoint.ts";
import { limitMakerOf } from "../../src/http/limits.ts";
import { webhookRoutes } from "../../src/http/webhook-routes.ts";
import { type Webhooks, webhooksOf } from "../../src/webhooks/webhooks.ts";
import { jwtSecret } from "../support/app.ts";
import { databases, World } from "../support/receiver-world.ts";
import { until } from "../support/until.ts";

type Body = Record<string, unknown> & {
  readonly id: string;
  readonly secret: string;
  readonly url: string;
  readonly webhooks: readonly { readonly id: string }[];
  readonly deliveries: readonly { readonly outbox: number; readonly seq: number; readonly state: string }[];
  readonly error: { readonly code: string; readonly fields?: Record<string, string> };
};

const tokens = tokensOf(jwtSecret, Date.now);
const tokenOf = (id: string, role: "player" | "admin" = "player", kind: "human" | "bot" = "human"): string =>
  tokens.issue({ id: id as PlayerId, name: id, role, kind });
const admin = tokenOf("admin", "admin");
const ana = tokenOf("ana");
const ben = tokenOf("ben");
const events = ["game.started"];

for (const { name, open } of databases) {
  describe(`/api/webhooks on ${name}`, () => {
    let database: Database;
    let world: World;
    let webhooks: Webhooks;
    let handler: (request: Request) => Promise<Response>;
    let ids = 0;
    before(async function () {
      this.timeout(120_000);
      database = await open();
    });
    beforeEach(async () => {
      world = await World.on(database);
      const { log, clock } = world;
      const newId = () => `id${++ids}`;
      webhooks = webhooksOf({ db: database.db, log, now: clock.now, newId, allowPrivate: true });
      const identities = identitiesOf({ accounts: memoryAccounts(), tokens, now: clock.now, log });
      const context = { identities, limitOf: limitMakerOf(undefined) };
      ({ handler } = createRouter(webhookRoutes(context, webhooks), routerErrors(log)));
    });
    afterEach(async () => {
      await webhooks.delivery.stop();
      await world.close();
    });

    const call = async (token: string | undefined, method: string, path: string, body?: unknown) => {
      const headers = {
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
        ...(body === undefined ? {} : { "content-type": "application/json" }),
      };
      const text = body === undefined ? {} : { body: JSON.stringify(body) };
      const response = await handler(new Request(`http://parlor.test${path}`, { method, headers, ...text }));
      const said = await response.text();
      return { status: response.status, said, json: JSON.parse(said) as Body };
    };
    const make = async (token: string, path = "/a") => {
      const { json } = await call(token, "POST", "/api/webhooks", { url: world.receiver.url + path, events });
      world.receiver.secrets.set(path, json.secret);
      return json;
    };

    it("makes one, shows its secret then and never again, and changes and removes it", async () => {
      const made = await call(ana, "POST", "/api/webhooks", { url: `${world.receiver.url}/a` });
      assert.equal(made.status, 201);
      assert.match(made.json.secret, /^whsec_[A-Za-z0-9+/]{32}$/);
      assert.equal(made.json["owner"], "ana");
      const { id, secret } = made.json;
      const answers = [
        await call(ana, "GET", "/api/webhooks"),
        await call(ana, "GET", `/api/webhooks/${id}`),
        await call(ana, "PATCH", `/api/webhooks/${id}`, { events, active: false }),
        await call(ana, "PATCH", `/api/webhooks/${id}`, {}),
        await call(ana, "GET", `/api/webhooks/${id}/deliveries`),
        await call(admin, "GET", "/api/webhooks"),
        await call(ana, "POST", `/api/webhooks/${id}/test`),
        await call(ana, "POST", `/api/webhooks/${id}/replay`, { after: 0 }),
      ];
      for (const { status, said } of answers) {
        assert.equal(status, 200, said);
        assert(!said.includes("secret") && !said.includes(secret.slice(6)), said);
      }
      assert.deepEqual([answers[3]?.json["active"], answers[3]?.json["events"]], [false, events]);
      assert.equal((await call(ana, "DELETE", `/api/webhooks/${id}`)).status, 200);
      assert.equal((await call(ana, "GET", `/api/webhooks/${id}`)).status, 404);
      assert(world.logged.every((line) => !line.includes(secret)));
    });

    it("lets nobody else see or touch it, but admins", async () => {
      const { id } = await make(ana);
      const tries = [
        ["GET", ""],
        ["PATCH", "", { active: false }],
        ["DELETE", ""],
        ["GET", "/deliveries"],
        ["POST", "/replay", { after: 0 }],
        ["POST", "/test"],
      ] as const;
      for (const [method, path, body] of tries) {
        const other = await call(ben, method, `/api/webhooks/${id}${path}`, body);
        assert.deepEqual([other.status, other.json.error.code], [404, "not_found"], `${method} ${path}`);
        assert.equal((await call(undefined, method, `/api/webhooks/${id}${path}`, body)).status, 401);
        assert.equal(
          (await call(tokenOf("ana", "player", "bot"), method, `/api/webhooks/${id}${path}`, body)).status,
          403,
        );
      }
      assert.equal((await call(undefined, "POST", "/api/webhooks", { url: "https://example.com" })).status, 401);
      assert.deepEqual((await call(ben, "GET", "/api/webhooks")).json.webhooks, []);
      assert.equal((await call(admin, "PATCH", `/api/webhooks/${id}`, { active: false })).json["active"], false);
      assert.equal((await call(ana, "GET", `/api/webhooks/${id}`)).json["active"], false);
      assert.deepEqual(world.receiver.received, []);
    });

    it("lets a person have five, even when they ask for more at once", async () => {
      const made = await Promise.all(
        Array.from({ length: 8 }, () => call(ana, "POST", "/api/webhooks", { url: world.receiver.url })),
      );
      assert.deepEqual(
        made.map(({ status }) => status).toSorted((a, b) => a - b),
        [201, 201, 201, 201, 201, 429, 429, 429],
      );
      assert.equal((await call(ben, "POST", "/api/webhooks", { url: world.receiver.url })).status, 201);
    });

    it("lists page by page", async () => {
      const made = [await make(ana), await make(ana), await make(ana)].map(({ id }) => id);
      const first = await call(ana, "GET", "/api/webhooks?limit=2");
      const second = await call(ana, "GET", `/api/webhooks?limit=2&cursor=${first.json["cursor"] as string}`);
      const listed = [...first.json.webhooks, ...second.json.webhooks].map(({ id }) => id);
      assert.deepEqual(listed.toSorted(), made.toSorted());
      assert.equal(second.json["cursor"], undefined);
    });

    it("refuses what does not fit, field by field", async () => {
      const { id } = await make(ana);
      const bad = [
        {},
        { url: "ftp://example.com" },
        { url: "http://me:secret@example.com/" },
        { url: "https://example.com", events: [] },
        { url: "https://example.com", events: ["chat"] },
        { url: "https://example.com", owner: "ben" },
        { url: 5 },
      ];
      for (const body of bad) {
        const { status, json } = await call(ana, "POST", "/api/webhooks", body);
        assert.deepEqual([status, json.error.code], [400, "malformed"], JSON.stringify(body));
        assert.notDeepEqual(json.error.fields, undefined);
      }
      for (const body of [{ url: "file:///etc/passwd" }, { secret: "whsec_mine" }, { owner: "ben" }])
        assert.equal((await call(ana, "PATCH", `/api/webhooks/${id}`, body)).status, 400, JSON.stringify(body));
      for (const body of [{}, { after: -1 }, { after: "0" }])
        assert.equal((await call(ana, "POST", `/api/webhooks/${id}/replay`, body)).status, 400);
      assert.equal((await call(ana, "GET", `/api/webhooks/${id}/deliveries?state=lost`)).status, 400);
    });

    it("refuses private addresses unless the operator allows them", async () => {
      const { log, clock } = world;
      const strict = webhooksOf({
        db: database.db,
        log,
        now: clock.now,
        newId: () => `id${++ids}`,
        allowPrivate: false,
      });
      const identities = identitiesOf({ accounts: memoryAccounts(), tokens, now: clock.now, log });
      const context = { identities, limitOf: limitMakerOf(undefined) };
      ({ handler } = createRouter(webhookRoutes(context, strict), routerErrors(log)));
      for (const url of [
        "http://127.0.0.1/",
        "http://0x7f.1/",
        "http://[::ffff:10.0.0.1]/",
        "http://169.254.169.254/",
      ]) {
        const { status, json } = await call(admin, "POST", "/api/webhooks", { url });
        assert.deepEqual([status, json.error.fields], [400, { url: "not a public address" }], url);
      }
      const { json } = await call(admin, "POST", "/api/webhooks", { url: `http://localhost:${world.receiver.port}/` });
      const tested = await call(admin, "POST", `/api/webhooks/${json.id}/test`);
      assert.deepEqual(tested.json, { error: "address_not_public" });
      assert.deepEqual(world.receiver.received, []);
    });

    it("tests one at once, signed, and says what came back", async () => {
      const { id } = await make(ana);
      world.receiver.answer = () => 418;
      assert.deepEqual((await call(ana, "POST", `/api/webhooks/${id}/test`)).json, { status: 418 });
      assert.equal(world.receiver.received[0]?.body.type, "webhook.test");
    });

    it("lists what was delivered and what is dead, and sends it again when asked", async () => {
      const { id } = await make(ana);
      await world.write("AAAAA", [1, 2, 3]);
      world.receiver.answer = ({ body }) => (body.seq === 2 ? 500 : 204);
      world.clock.advance(25 * 3_600_000);
      for (let tries = 0; tries < 4; tries++) {
        await world.drain();
        world.clock.advance(60_000);
      }
      const dead = await call(ana, "GET", `/api/webhooks/${id}/deliveries?state=dead`);
      assert.deepEqual(
        dead.json.deliveries.map(({ seq, state }) => [seq, state]),
        [[2, "dead"]],
      );
      const all = await call(ana, "GET", `/api/webhooks/${id}/deliveries?limit=2`);
      const more = await call(ana, "GET", `/api/webhooks/${id}/deliveries?cursor=${all.json["cursor"] as string}`);
      assert.deepEqual(
        [...all.json.deliveries, ...more.json.deliveries].map(({ seq }) => seq),
        [3, 2, 1],
      );
      world.receiver.answer = () => 204;
      world.receiver.received.length = 0;
      webhooks.delivery.start();
      const after = (dead.json.deliveries[0]?.outbox ?? 0) - 1;
      assert.deepEqual((await call(ana, "POST", `/api/webhooks/${id}/replay`, { after })).json, { queued: 2 });
      await until("both again", () => world.receiver.received.length === 2);
      assert.deepEqual(
        world.receiver.received.map(({ body }) => body.seq),
        [2, 3],
      );
    });

    it("gives nobody many tests and replays", async () => {
      const { id } = await make(ana);
      const replays = [];
      for (let n = 0; n < 11; n++) replays.push(await call(ana, "POST", `/api/webhooks/${id}/replay`, { after: 0 }));
      assert.deepEqual([replays[9]?.status, replays[10]?.status], [200, 429]);
      const mine = await make(admin);
      for (let n = 0; n < 11; n++)
        assert.equal((await call(admin, "POST", `/api/webhooks/${mine.id}/replay`, { after: 0 })).status, 200);
    });
  });
}
