import assert from "node:assert/strict";
import { createHmac } from "node:crypto";
import { exportJWK, exportSPKI, importJWK } from "jose";
import type { PlayerId } from "../../src/core/ids.ts";
import { call } from "../support/http.ts";
import { type MailApp, startMailApp } from "../support/mail-app.ts";

type Signed = {
  readonly user: { readonly id: string; readonly name: string; readonly role: string; readonly anonymous: boolean };
  readonly token: string;
};

const base64 = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");

describe("an outside issuer's token", function () {
  this.timeout(120_000);
  let mail: MailApp;
  beforeEach(async () => {
    mail = await startMailApp();
  });
  afterEach(async () => {
    assert.deepEqual(mail.app.errors, []);
    await mail.close();
  });

  const exchange = (token: unknown) => mail.post("/auth/exchange", { token });
  const exchanged = async (token: string): Promise<Signed> => {
    const { status, json } = await exchange(token);
    assert.equal(status, 200);
    return json as Signed;
  };
  const seconds = () => Math.floor(mail.clock.now() / 1000);

  it("is exchanged for one of ours, under an id that stays and says nothing", async () => {
    const { issuer } = mail;
    const ids = new Set<string>();
    for (const key of [issuer.keys.RS256, issuer.keys.ES256, issuer.keys.EdDSA]) {
      const { user, token } = await exchanged(await issuer.sign({ sub: "ana@school", name: "Ana" }, { key }));
      assert.deepEqual([user.name, user.role, user.anonymous], ["Ana", "player", false]);
      assert.match(user.id, /^ext-[\w-]{43}$/);
      assert.equal((await call(mail.app, "GET", "/auth/userdata", { token })).status, 200);
      ids.add(user.id);
    }
    assert.equal(ids.size, 1);
    const { user } = await exchanged(await issuer.sign({ sub: "bea@school", name: "Admin" }));
    assert.equal(ids.has(user.id), false);
    assert.notEqual(user.name, "Admin");
    assert.equal(issuer.asked(), 1);
  });

  it("gives the role and the version that our store has", async () => {
    const { issuer, accounts } = mail;
    const theirs = await issuer.sign({ sub: "ana", role: "admin", ver: 9 });
    const { user, token } = await exchanged(theirs);
    assert.equal(user.role, "player");
    await accounts.setRole(user.id as PlayerId, "moderator");
    const next = await exchanged(theirs);
    assert.equal(next.user.role, "moderator");
    assert.equal((await mail.post("/auth/sign-out-everywhere", undefined, { token: next.token })).status, 200);
    for (const one of [token, next.token])
      assert.equal((await call(mail.app, "GET", "/auth/userdata", { token: one })).code, "unauthorized");
  });

  it("is refused when anything about it is wrong", async () => {
    const { issuer } = mail;
    const { RS256, strange } = issuer.keys;
    const good = { sub: "ana" };
    const header = { alg: "HS256", kid: RS256.id };
    const claims = { iss: issuer.name, aud: "parlor", sub: "ana", exp: seconds() + 60 };
    const hmac = (secret: string) => {
      const text = `${base64(header)}.${base64(claims)}`;
      return `${text}.${createHmac("sha256", secret).update(text).digest("base64url")}`;
    };
    const [head = "", body = "", signature = ""] = (await issuer.sign(good)).split(".");
    const forged: Record<string, unknown> = {
      "another key under a known name": await issuer.sign(good, { key: { ...strange, id: RS256.id } }),
      "a key nobody published": await issuer.sign(good, { key: strange }),
      "a key that it brings along": await issuer.sign(good, {
        key: { ...strange, id: RS256.id },
        header: { jwk: await exportJWK(strange.publicKey), jku: "http://127.0.0.1:1/keys" },
      }),
      "the public key as a secret": hmac(await exportSPKI(RS256.publicKey)),
      "the public key as JSON for a secret": hmac(JSON.stringify(await exportJWK(RS256.publicKey))),
      "no algorithm": `${base64({ alg: "none" })}.${base64(claims)}.`,
      "the algorithm of another key": await issuer.sign(good, { header: { kid: "ES256" } }),
      "a good key with an algorithm that is not taken": await issuer.sign(good, {
        key: {
          ...RS256,
          algorithm: "PS256",
          privateKey: (await importJWK(await exportJWK(RS256.privateKey), "PS256")) as CryptoKey,
        },
      }),
      "no name of a key with many": await issuer.sign(good, { key: { ...strange, id: undefined as never } }),
      "claims changed after signing": `${head}.${base64({ ...claims, sub: "bea" })}.${signature}`,
      "another issuer": await issuer.sign({ ...good, iss: "https://else.example.org" }),
      "another audience": await issuer.sign({ ...good, aud: "another" }),
      "no audience": await issuer.sign({ ...good, aud: undefined as never }),
      "run out": await issuer.sign({ ...good, exp: seconds() - 1 }),
      "no expiry": await issuer.sign({ ...good, exp: undefined as never }),
      "not yet good": await issuer.sign({ ...good, nbf: seconds() + 60 }),
      "no subject": await issuer.sign({}),
      "a number for a subject": await issuer.sign({ sub: 7 as never }),
      "an empty subject": await issuer.sign({ sub: "" }),
      "an endless subject": await issuer.sign({ sub: "x".repeat(256) }),
      "not a token": "abc.def.ghi",
      "cut off": `${head}.${body}`,
    };
    for (const [what, token] of Object.entries(forged)) {
      const { status, code } = await exchange(token);
      assert.deepEqual([status, code], [401, "unauthorized"], what);
    }
    for (const token of ["", 7, null, {}, "x".repeat(8193)]) assert.equal((await exchange(token)).code, "malformed");
    assert.deepEqual(mail.warnings, []);
    await exchanged(await issuer.sign(good));
  });

  it("opens nothing by itself", async () => {
    const token = await mail.issuer.sign({ sub: "ana", name: "Ana", role: "admin", kind: "human", typ: "access" });
    assert.equal((await call(mail.app, "GET", "/auth/userdata", { token })).code, "unauthorized");
  });

  it("is refused while its keys can't be had, and taken again afterwards", async () => {
    const { issuer } = mail;
    const token = await issuer.sign({ sub: "ana" });
    for (const [status, body] of [
      [500, "{}"],
      [404, "not found"],
      [302, undefined],
      [200, "<html>"],
      [200, '{"keys":7}'],
    ] as const) {
      issuer.answer(status, body);
      assert.equal((await exchange(token)).code, "unauthorized", `${status} ${body}`);
    }
    assert.equal(mail.warnings.length, 5);
    issuer.answer(200);
    await exchanged(token);
    issuer.answer(500);
    await exchanged(await issuer.sign({ sub: "bea" }));
    assert.equal(issuer.asked(), 6);
  });

  it("is refused when a secret is published in the place of a key", async () => {
    const secret = Buffer.from("a secret").toString("base64url");
    mail.issuer.answer(200, JSON.stringify({ keys: [{ kty: "oct", kid: "RS256", k: secret }] }));
    assert.equal((await exchange(await mail.issuer.sign({ sub: "ana" }))).code, "unauthorized");
  });

  it("is refused, not a crash, when nobody is where its keys should be", async () => {
    const token = await mail.issuer.sign({ sub: "ana" });
    await mail.issuer.close();
    assert.equal((await exchange(token)).code, "unauthorized");
    assert.deepEqual(mail.warnings, ["the keys of the outside issuer can't be had"]);
  });
});
