import assert from "node:assert/strict";
import { mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import jwt from "jsonwebtoken";
import { acceptableName, friendlyName } from "../../src/accounts/names.ts";
import { hashPassword, isPassword } from "../../src/accounts/passwords.ts";
import { loadSecrets } from "../../src/accounts/secrets.ts";
import { type Identity, TokenError, tokensOf } from "../../src/accounts/tokens.ts";
import { ana } from "../support/quiz.ts";

const secret = "a secret of at least thirty-two bytes";
const now = 1_800_000_000_000;
const identity: Identity = { id: ana, name: "Ana", role: "player", kind: "human" };

describe("tokens", () => {
  const tokens = tokensOf(secret, () => now);
  const seconds = now / 1000;
  const good = { sub: "ana", name: "Ana", role: "player", kind: "human", typ: "access", iss: "parlor", aud: "play" };
  const sign = (changes: object, key: jwt.Secret = secret, options: jwt.SignOptions = {}) =>
    jwt.sign({ ...good, iat: seconds, exp: seconds + 60, ...changes }, key, options);
  const codeOf = (token: string | undefined): string => {
    try {
      return `accepted ${tokens.verify(token).id}`;
    } catch (error) {
      return error instanceof TokenError ? error.code : String(error);
    }
  };

  it("are verified as they were issued", () => {
    const expiresAt = now + 24 * 3_600_000;
    assert.deepEqual(tokens.verify(tokens.issue(identity)), { ...identity, expiresAt });
    assert.equal(codeOf(sign({})), "accepted ana");
    assert.deepEqual(tokens.verify(tokens.issue({ ...identity, version: 3 })), { ...identity, version: 3, expiresAt });
  });

  it("are refused when anything about them is wrong", () => {
    const { exp: _, ...eternal } = { ...good, iat: seconds, exp: 0 };
    const forged: Record<string, string | undefined> = {
      nothing: undefined,
      empty: "",
      "not a token": "abc.def.ghi",
      "another secret": sign({}, "another secret of at least thirty-two b"),
      "no algorithm": jwt.sign({ ...good, exp: seconds + 60 }, "", { algorithm: "none" }),
      "another algorithm": sign({}, secret, { algorithm: "HS512" }),
      "another issuer": sign({ iss: "somebody" }),
      "another audience": sign({ aud: "admin" }),
      "another type": sign({ typ: "reset" }),
      "no type": sign({ typ: undefined }),
      "no expiry": jwt.sign(eternal, secret),
      "a number for a subject": jwt.sign({ ...good, sub: 7, iat: seconds, exp: seconds + 60 }, secret),
      "no subject": sign({ sub: undefined }),
      "an unknown role": sign({ role: "god" }),
      "an unknown kind": sign({ kind: "cat" }),
      endless: `${sign({})}${"x".repeat(5000)}`,
    };
    for (const [what, token] of Object.entries(forged)) assert.equal(codeOf(token), "unauthorized", what);
  });

  it("run out", () => {
    assert.equal(codeOf(sign({ exp: seconds })), "token_expired");
    const later = tokensOf(secret, () => now + 25 * 3_600_000);
    assert.throws(() => later.verify(tokens.issue(identity)), { code: "token_expired" });
  });

  it("are not made with a short secret", () => {
    assert.throws(() => tokensOf("short", () => now), /32 bytes/);
  });
});

describe("names", () => {
  it("are shown as given, tidied", () => {
    assert.equal(acceptableName("  Ana   María "), "Ana María");
    assert.equal(acceptableName("Ａｎａ"), "Ana");
    assert.equal(acceptableName("Zoë 🎉"), "Zoë 🎉");
    assert.equal(acceptableName("李小龍"), "李小龍");
    assert.equal(acceptableName("a\u200bb\u202ec"), "abc");
  });

  it("are refused when empty, endless, invisible or staff's", () => {
    const refused = [
      "",
      "   ",
      "\u200b\u200b",
      "...",
      "x".repeat(25),
      "Admin",
      "ADM1N",
      "Аdmin",
      "M o d",
      "sys.tem",
      "Pаrlor",
    ];
    for (const name of refused) assert.equal(acceptableName(name), undefined, JSON.stringify(name));
    assert((acceptableName(`a${"\u0301".repeat(10_000)}`) ?? "").length <= 4);
  });

  it("are made up for who gives none", () => {
    assert.notEqual(friendlyName(0), friendlyName(0.999));
    for (const chance of [0, 0.5, 0.999999]) assert.equal(acceptableName(friendlyName(chance)), friendlyName(chance));
  });
});

describe("passwords", () => {
  it("are known again by their hash alone, salted", async () => {
    const hash = await hashPassword("correct horse");
    assert.equal(await isPassword("correct horse", hash), true);
    assert.equal(await isPassword("wrong horse", hash), false);
    assert.notEqual(await hashPassword("correct horse"), hash);
    assert.doesNotMatch(hash, /horse/);
    assert.equal(await isPassword("cafe\u0301", await hashPassword("caf\u00e9")), true);
    for (const broken of ["", "argon2id$1$1$1$x$y", "x$y", "argon2id$19456$2$1$$"]) {
      assert.equal(await isPassword("correct horse", broken), false);
    }
  });
});

describe("secrets", () => {
  let directory: string;
  before(async () => {
    directory = await mkdtemp(join(tmpdir(), "parlor-secrets-"));
  });
  after(() => rm(directory, { recursive: true }));
  const load = (more: object = {}) =>
    loadSecrets({ directory, hash: (password) => Promise.resolve(`#${password}`), ...more });

  it("are made once and kept, readable by their owner alone", async () => {
    const first = await load();
    assert(Buffer.byteLength(first.jwtSecret) >= 32);
    assert.equal(first.adminHash, `#${first.newAdminPassword}`);
    const second = await load();
    assert.deepEqual(second, { ...first, newAdminPassword: undefined });
    assert.equal((await stat(join(directory, "secrets.json"))).mode & 0o077, 0);
    assert.doesNotMatch(
      await readFile(join(directory, "secrets.json"), "utf8"),
      new RegExp(`"${first.newAdminPassword}"`),
    );
    const given = await load({ jwtSecret: "given", adminPassword: "open sesame" });
    assert.deepEqual([given.jwtSecret, given.adminHash], ["given", "#open sesame"]);
  });

  it("say so when they are damaged", async () => {
    await writeFile(join(directory, "secrets.json"), "{");
    await assert.rejects(load(), /damaged/);
  });
});
