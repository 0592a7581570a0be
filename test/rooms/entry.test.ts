import assert from "node:assert/strict";
import jwt from "jsonwebtoken";
import { jwtSecret, startApp, type TestApp } from "../support/app.ts";
import { clientOf, enter, guest, makeLobby, type Person, refusalOf } from "../support/people.ts";
import { Seat } from "../support/seat.ts";
import { call } from "../support/http.ts";

const now = Math.floor(Date.now() / 1000);
const good = {
  name: "Eve",
  role: "player",
  kind: "human",
  typ: "access",
  iat: now,
  exp: now + 600,
  sub: "eve",
  iss: "parlor",
  aud: "play",
};
const without = (name: keyof typeof good) => Object.fromEntries(Object.entries(good).filter(([key]) => key !== name));
const signed = (claims: object, secret = jwtSecret): string => jwt.sign(claims, secret, { algorithm: "HS256" });
const unsigned = [{ alg: "none", typ: "JWT" }, good]
  .map((part) => Buffer.from(JSON.stringify(part)).toString("base64url"))
  .join(".");

const forged: Readonly<Record<string, string>> = {
  "no token at all": "",
  "not a token": "hello",
  "algorithm none": `${unsigned}.`,
  "another algorithm": jwt.sign(good, jwtSecret, { algorithm: "HS512" }),
  "another secret": signed(good, "some other secret that is long enough"),
  "another issuer": signed({ ...good, iss: "other" }),
  "another audience": signed({ ...good, aud: "mail" }),
  "another purpose": signed({ ...good, typ: "reset" }),
  "no purpose": signed(without("typ")),
  "no end": signed(without("exp")),
  "a subject that is no text": signedRaw({ ...good, sub: { id: "eve" } }),
  "no subject": signed(without("sub")),
  "an empty subject": signed({ ...good, sub: "" }),
  "a role we don't know": signed({ ...good, role: "god" }),
  "changed after signing": tampered(signed(good)),
};

/** The library refuses to sign an object as `sub`; a text payload it signs as it is. */
function signedRaw(claims: object): string {
  return jwt.sign(JSON.stringify(claims), jwtSecret, { algorithm: "HS256" });
}

function tampered(token: string): string {
  const [head, , signature] = token.split(".");
  const body = Buffer.from(JSON.stringify({ ...good, role: "admin" })).toString("base64url");
  return `${head}.${body}.${signature}`;
}

describe("who is let in", function () {
  this.timeout(120_000);
  let app: TestApp;
  let owner: Person;
  let code: string;

  before(async () => {
    app = await startApp();
    owner = await guest(app, "Ann");
    code = await makeLobby(owner, { public: true });
  });
  after(() => app.close());

  const refusedAt = async (token: string): Promise<string[]> => {
    const client = clientOf(app, token || undefined);
    const create = await call(app, "POST", "/api/lobbies", { token, body: {} });
    assert.equal(create.status, 401);
    return [
      await refusalOf(client.joinById(code)),
      await refusalOf(client.joinById(code, { as: "spectator" })),
      await refusalOf(client.join("directory")),
      create.code,
      (await call(app, "GET", "/auth/userdata", { token })).code,
    ];
  };

  it("a good token opens rooms and routes, so that what follows is about the token", async () => {
    const eve = clientOf(app, signed(good));
    assert.equal(new Seat(await eve.joinById(code)).room.roomId, code);
    assert.equal((await call(app, "POST", "/api/lobbies", { token: signed(good), body: {} })).status, 201);
  });

  for (const [what, token] of Object.entries(forged)) {
    it(`not by ${what}`, async () => assert.deepEqual(new Set(await refusedAt(token)), new Set(["unauthorized"])));
  }

  it("not by a token whose time is over", async () => {
    const expired = signed({ ...good, exp: now - 10 });
    assert.deepEqual(new Set(await refusedAt(expired)), new Set(["token_expired"]));
  });

  it("by the code in any case, and by no other code", async () => {
    const bob = await guest(app, "Bob");
    assert.equal((await enter(bob, code.toLowerCase())).state.code, code);
    const other = code === "23456" ? "65432" : "23456";
    for (const wrong of [other, "ABC", "directory", "__proto__", "constructor", "a-long-code-that-no-lobby-has"]) {
      assert.equal(await refusalOf(bob.client.joinById(wrong)), "lobby_not_found", wrong);
    }
  });

  it("not into a locked or full lobby, nor after a ban", async () => {
    const ann = await enter(owner, code);
    const [bob, cat] = [await guest(app, "Bob"), await guest(app, "Cat")];
    await ann.ask("settings", { locked: true });
    assert.equal(await refusalOf(cat.client.joinById(code)), "lobby_locked");
    await ann.ask("settings", { locked: false });
    await enter(bob, code);
    await ann.ask("kick", { player: bob.id, ban: true });
    assert.equal(await refusalOf(bob.client.joinById(code)), "banned");
    assert.equal(await refusalOf(bob.client.joinById(code, { as: "spectator" })), "banned");
    await ann.sees("Bob gone", ({ players }) => players.size > 0 && !players.has(bob.id));
    await ann.ask("settings", { maxPlayers: ann.state.players.size });
    assert.equal(await refusalOf(cat.client.joinById(code)), "lobby_full");
    assert.equal(await refusalOf(cat.client.joinById(code, { as: "king" })), "malformed");
  });
});
