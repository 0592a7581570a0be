import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import jwt from "jsonwebtoken";
import type { NewReset } from "../../src/accounts/accounts.ts";
import { resetsOf } from "../../src/accounts/resets.ts";
import type { PlayerId } from "../../src/core/ids.ts";
import { jwtSecret } from "../support/app.ts";
import { call } from "../support/http.ts";
import { tokenIn } from "../support/mail.ts";
import { type MailApp, startMailApp } from "../support/mail-app.ts";
import { clientOf } from "../support/people.ts";
import { until } from "../support/until.ts";

type User = { readonly id: string; readonly name: string };

const password = "correct horse";
let made = 0;
const newEmail = () => `bea${++made}@example.org`;

describe("a new password by mail", function () {
  this.timeout(120_000);
  let mail: MailApp;
  before(async () => {
    mail = await startMailApp();
  });
  after(() => mail.close());
  afterEach(() => assert.deepEqual(mail.app.errors, []));

  const login = (email: string, given = password) => mail.post("/auth/login", { email, password: given });
  const register = async () => {
    const email = newEmail();
    const { json } = await mail.post("/auth/register", { email, password });
    const { user, token } = json as { user: User; token: string };
    return { email, user, token };
  };
  const stateOf = async (token: string) => (await call(mail.app, "GET", "/auth/userdata", { token })).status;
  const linkFor = async (email: string) => {
    assert.equal((await mail.post("/auth/forgot-password", { email })).status, 200);
    return tokenIn(await mail.mailbox.next());
  };
  const reset = (token: string, given = "a new password") =>
    mail.post("/auth/reset-password", { token, password: given });

  it("is set by the link, once, and ends every token", async () => {
    const { email, token } = await register();
    await clientOf(mail.app).auth.sendPasswordResetEmail(email.toUpperCase());
    const sent = await mail.mailbox.next();
    assert.equal(sent.to, email);
    assert.match(sent.text, /^https:\/\/quiz\.example\.org\/reset-password#[\w-]{43}$/m);
    assert.match(sent.headers, /^From: Parlor <parlor@quiz\.example\.org>$/m);
    const link = tokenIn(sent);
    assert.equal(await stateOf(token), 200);
    assert.equal((await reset(link)).status, 200);
    assert.equal(await stateOf(token), 401);
    assert.equal((await login(email)).code, "wrong_credentials");
    assert.equal((await login(email, "a new password")).status, 200);
    const again = await reset(link, "a newer password");
    assert.deepEqual([again.status, again.code], [400, "link_expired"]);
    assert.equal((await login(email, "a new password")).status, 200);
  });

  it("is refused after an hour, and by every link but the one that was used", async () => {
    const { email } = await register();
    const late = await linkFor(email);
    mail.clock.advance(3_600_000);
    assert.equal((await reset(late)).code, "link_expired");
    const [first, second] = [await linkFor(email), await linkFor(email)];
    assert.equal((await reset(second)).status, 200);
    assert.equal((await reset(first)).code, "link_expired");
  });

  it("is set once by two at the same time", async () => {
    const { email } = await register();
    const link = await linkFor(email);
    const outcomes = await Promise.all([reset(link), reset(link), reset(link)]);
    assert.deepEqual(outcomes.map(({ code }) => code).toSorted(), ["", "link_expired", "link_expired"]);
  });

  it("answers the same for an e-mail that nobody has, and sends nothing", async () => {
    const { email } = await register();
    const [known, unknown] = [
      await mail.post("/auth/forgot-password", { email }),
      await mail.post("/auth/forgot-password", { email: newEmail() }),
    ];
    assert.deepEqual([known.status, known.text], [unknown.status, unknown.text]);
    await mail.identities.resets?.settled();
    assert.equal((await mail.mailbox.next()).to, email);
    assert.equal(mail.mailbox.mails.at(-1)?.to, email);
  });

  it("leaves only the hash of its token in the store", async () => {
    const kept: NewReset[] = [];
    const sent: string[] = [];
    const account = { id: "bea" as PlayerId, name: "Bea", role: "player", version: 1 } as const;
    const { request, settled } = resetsOf({
      accounts: {
        byEmail: async (email) => ({ ...account, email, passwordHash: "hash" }),
        addReset: async (added) => void kept.push(added),
        useReset: async () => undefined,
      },
      mailer: { sendReset: async (_to, token) => void sent.push(token) },
      now: () => 5000,
      warn: assert.fail,
    });
    request(newEmail());
    request(newEmail());
    await settled();
    assert.equal(new Set(sent).size, 2);
    const hashes = sent.map((token) => createHash("sha256").update(token).digest("base64url"));
    assert.deepEqual(
      kept,
      hashes.map((tokenHash) => ({ account: "bea", tokenHash, expiresAt: 3_605_000 })),
    );
  });

  it("answers before the account is looked for", async () => {
    const slow = Promise.withResolvers<undefined>();
    const other = await startMailApp({ accounts: { ...mail.accounts, byEmail: () => slow.promise } });
    const { status } = await other.post("/auth/forgot-password", { email: newEmail() });
    assert.equal(status, 200);
    slow.resolve(undefined);
    await other.close();
  });

  it("is asked for at most 3 times an hour, whether or not there is an account", async () => {
    for (const email of [(await register()).email, newEmail()]) {
      const codes = [];
      for (let n = 0; n < 4; n++) codes.push((await mail.post("/auth/forgot-password", { email })).code);
      assert.deepEqual(codes, ["", "", "", "too_fast"]);
    }
    await mail.identities.resets?.settled();
    for (let n = 0; n < 3; n++) await mail.mailbox.next();
  });

  it("has a token that opens nothing else, and is opened by no other", async () => {
    const { email, token, user } = await register();
    const link = await linkFor(email);
    assert.equal(await stateOf(link), 401);
    const audience = jwt.sign({ sub: user.id, aud: "reset", iss: "parlor" }, jwtSecret, { expiresIn: 60 });
    const hash = createHash("sha256").update(link).digest("base64url");
    for (const other of [hash, `${link}=`, link.slice(1), "x", audience.slice(0, 100)])
      assert.equal((await reset(other)).code, "link_expired");
    assert.equal((await reset(token)).code, "malformed");
    assert.equal(await stateOf(audience), 401);
    assert.equal((await reset(link)).status, 200);
  });

  it("is refused where it is too short or long, and the link stays good", async () => {
    const link = await linkFor((await register()).email);
    for (const given of ["short", "x".repeat(10_000)])
      assert.deepEqual(Object.keys((await reset(link, given)).fields), ["password"]);
    assert.equal((await reset(link)).status, 200);
  });

  it("is not available without a mail server, and a mail server that fails is a warning", async () => {
    const bare = await startMailApp({ bare: true });
    for (const [path, body] of [
      ["forgot-password", { email: newEmail() }],
      ["reset-password", { token: "x", password }],
      ["exchange", { token: "x" }],
    ] as const) {
      const { status, code } = await bare.post(`/auth/${path}`, body);
      assert.deepEqual([status, code], [503, "not_available"], path);
    }
    await bare.close();
    mail.mailbox.refuse(true);
    const { email } = await register();
    assert.equal((await mail.post("/auth/forgot-password", { email })).status, 200);
    await until("a warning", () => mail.warnings.includes("a password mail was not sent"));
    mail.mailbox.refuse(false);
    assert.equal((await reset(await linkFor(email))).status, 200);
  });
});
