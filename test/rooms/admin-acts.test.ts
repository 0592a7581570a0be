import assert from "node:assert/strict";
import { closeCodes } from "../../src/protocol/close-codes.ts";
import { startApp, type TestApp } from "../support/app.ts";
import { call } from "../support/http.ts";
import { enter, guest, makeLobby, type Person, refusalOf } from "../support/people.ts";
import type { Seat } from "../support/seat.ts";
import { admin as signInAdmin, audited, done, promoted, registered } from "../support/staff.ts";

type Sanctions = {
  readonly sanctions: readonly { readonly id: string; readonly kind: string; readonly until: number | null }[];
};

describe("what the staff do", function () {
  this.timeout(120_000);
  let app: TestApp;
  let admin: Person;
  let mia: Person;
  let ann: Person;
  let bob: Person;
  let code: string;
  let host: Seat;
  let seat: Seat;
  /** How much the audit log held before a test. */
  let written = 0;

  before(async () => {
    app = await startApp();
    admin = await signInAdmin(app);
    mia = await promoted(app, admin, "Mia");
  });
  after(() => app.close());
  beforeEach(async () => {
    [ann, bob] = [await guest(app, "Ann"), await guest(app, "Bob")];
    code = await makeLobby(ann);
    [host, seat] = [await enter(ann, code), await enter(bob, code)];
    written = (await audited(app, admin)).length;
  });
  afterEach(() => assert.deepEqual(app.errors, []));

  const newlyWritten = async () =>
    (await audited(app, admin)).slice(written).map(({ action, target }) => [action, target]);
  const refused = async (by: Person, method: string, path: string, body: object, expected: string): Promise<void> => {
    const { code: found } = await call(app, method, path, { token: by.token, body });
    assert.equal(found, expected, `${method} ${path}`);
  };

  it("removes a line for everybody, and it is in the log", async () => {
    await seat.say("rubbish");
    const { id } = await host.hears("chat");
    await done(app, mia, "POST", `/api/admin/lobbies/${code}/remove-line`, { message: id, why: "advert" });
    assert.deepEqual(await host.hears("chat_removed"), { id, reason: "advert" });
    assert.deepEqual(await newlyWritten(), [["line.remove", `lobby:${code}`]]);
    const { entries } = await done<{ entries: object[] }>(app, mia, "GET", "/api/admin/audit?search=rubbish");
    const [{ id: _, at: __, digest: ___, ...entry }] = entries as [Record<string, unknown>];
    assert.deepEqual(entry, {
      actor: mia.id,
      actorName: "Mia",
      action: "line.remove",
      target: `lobby:${code}`,
      subject: bob.id,
      why: "advert",
      before: { message: id, name: "Bob", text: "rubbish" },
      after: null,
      isErased: false,
    });
    await refused(mia, "POST", `/api/admin/lobbies/${code}/remove-line`, { message: id }, "no_such_message");
    assert.equal((await newlyWritten()).length, 1, "what was refused is no deed");
  });

  it("bans somebody from the whole server, each of their connections at once, until it is lifted", async () => {
    const elsewhere = await makeLobby(ann);
    const watching = await enter(bob, elsewhere, { as: "spectator" });
    const path = `/api/admin/people/${bob.id}`;
    const ban = { kind: "ban", minutes: 60, reason: "spam" };
    const { sanctions } = await done<Sanctions>(app, mia, "POST", `${path}/sanctions`, ban);
    assert.equal(sanctions[0]?.kind, "ban");
    for (const one of [seat, watching]) assert.equal(await one.closes(1000), closeCodes.banned);
    await host.sees("an empty seat", ({ players }) => players.size === 1);
    for (const lobby of [code, elsewhere]) assert.equal(await refusalOf(bob.client.joinById(lobby)), "banned");
    const { person } = await done<{ person: { banned: boolean; name: string } }>(app, mia, "GET", path);
    assert.deepEqual([person.banned, person.name], [true, "Bob"]);
    await done(app, mia, "POST", `/api/admin/sanctions/${sanctions[0]?.id}/lift`, { why: "a mistake" });
    await (await enter(bob, code)).leave();
    await refused(mia, "POST", `/api/admin/sanctions/${sanctions[0]?.id}/lift`, { why: "again" }, "conflict");
    assert.deepEqual(await newlyWritten(), [
      ["person.ban", `player:${bob.id}`],
      ["sanction.lift", `player:${bob.id}`],
    ]);
  });

  it("bans somebody from one lobby, and warns somebody so that they hear it", async () => {
    const path = `/api/admin/people/${bob.id}/sanctions`;
    await done(app, mia, "POST", path, { kind: "warning", reason: "calm down" });
    assert.match((await seat.hears("notice", (notice) => notice.code === "warning")).text, /calm down/);
    await done(app, mia, "POST", path, { kind: "ban", scope: "lobby", lobby: code, reason: "did not" });
    assert.equal(await seat.closes(1000), closeCodes.banned);
    assert.equal(await refusalOf(bob.client.joinById(code)), "banned");
    const other = await makeLobby(bob);
    await (await enter(bob, other)).leave();
    await refused(mia, "POST", path, { kind: "ban", scope: "lobby", reason: "where?" }, "malformed");
    const kinds = (await done<Sanctions>(app, mia, "GET", `/api/admin/people/${bob.id}`)).sanctions.map(
      ({ kind }) => kind,
    );
    assert.deepEqual(kinds.toSorted(), ["ban", "warning"]);
  });

  it("is never done to those above or beside them", async () => {
    const [max, root] = [await promoted(app, admin, "Max"), await promoted(app, admin, "Root", "admin")];
    const before = (await audited(app, admin)).length;
    for (const [by, whom] of [
      [mia, max],
      [mia, mia],
      [mia, root],
      [mia, admin],
      [root, admin],
      [admin, root],
    ] as const) {
      const body = { kind: "ban", reason: "power" };
      await refused(by, "POST", `/api/admin/people/${whom.id}/sanctions`, body, "not_owner");
    }
    await refused(root, "POST", `/api/admin/people/${root.id}/role`, { role: "player", why: "tired" }, "not_owner");
    await refused(root, "POST", "/api/admin/people/admin/role", { role: "player", why: "coup" }, "not_owner");
    await refused(admin, "POST", "/api/admin/people/admin/role", { role: "player", why: "oops" }, "not_owner");
    await refused(admin, "POST", `/api/admin/people/${bob.id}/role`, { role: "moderator", why: "guest" }, "no_account");
    assert.equal((await audited(app, admin)).length, before, "nothing was done");
    await done(app, root, "POST", `/api/admin/people/${max.id}/sanctions`, { kind: "warning", reason: "late" });
  });

  it("changes a role, and ends what was opened with the other", async () => {
    const zoe = await registered(app, "Zoe");
    await done(app, admin, "POST", `/api/admin/people/${zoe.id}/role`, { role: "moderator", why: "good" });
    assert.equal((await call(app, "GET", "/api/admin/overview", { token: zoe.token })).code, "unauthorized");
    const asModerator = await zoe.again();
    await done(app, asModerator, "GET", "/api/admin/overview");
    const her = await enter(asModerator, code);
    await done(app, admin, "POST", `/api/admin/people/${zoe.id}/role`, { role: "player", why: "gone" });
    assert.equal(await her.closes(1000), closeCodes.tokenExpired);
    const { entries } = await done<{ entries: { before: object; after: object }[] }>(
      app,
      admin,
      "GET",
      `/api/admin/audit?target=player:${zoe.id}`,
    );
    assert.deepEqual(
      entries.map(({ before, after }) => [before, after]),
      [
        [{ role: "moderator" }, { role: "player" }],
        [{ role: "player" }, { role: "moderator" }],
      ],
    );
  });

  it("tells one lobby or all something, and closes one", async () => {
    const other = await enter(bob, await makeLobby(bob));
    const heard = (one: Seat) =>
      one
        .all("notice")
        .filter((notice) => notice.code === "announcement")
        .map(({ text }) => text);
    await done(app, mia, "POST", `/api/admin/lobbies/${code}/announce`, { text: "Be kind" });
    await done(app, mia, "POST", "/api/admin/announce", { text: "Down at noon" });
    await other.hears("notice", ({ text }) => text === "Down at noon");
    await host.hears("notice", ({ text }) => text === "Down at noon");
    assert.deepEqual([heard(host), heard(other)], [["Be kind", "Down at noon"], ["Down at noon"]]);
    await done(app, mia, "POST", `/api/admin/lobbies/${code}/close`, { why: "abandoned" });
    assert.equal(await host.closes(1000), closeCodes.lobbyDeleted);
    await refused(mia, "POST", `/api/admin/lobbies/${code}/close`, { why: "again" }, "lobby_not_found");
    await refused(mia, "POST", "/api/admin/lobbies/ZZZZZ/announce", { text: "anybody?" }, "lobby_not_found");
    assert.deepEqual(await newlyWritten(), [
      ["lobby.announce", `lobby:${code}`],
      ["server.announce", "server"],
      ["lobby.close", `lobby:${code}`],
      ["lobby.announce", "lobby:ZZZZZ"],
      ["lobby.announce.failed", "lobby:ZZZZZ"],
    ]);
  });

  it("is in the log as well where an admin changes the lobby of somebody else by the ordinary routes", async () => {
    await done(app, ann, "PATCH", `/api/lobbies/${code}`, { title: "By Ann" });
    await done(app, admin, "PATCH", `/api/lobbies/${code}`, { title: "By the admin" });
    await done(app, admin, "DELETE", `/api/lobbies/${code}`);
    const target = `lobby:${code}`;
    assert.deepEqual(await newlyWritten(), [
      ["lobby.settings", target],
      ["lobby.close", target],
    ]);
  });

  it("changes settings, with what they were", async () => {
    const body = { changes: { strikeLimit: 4, banHours: 48 }, why: "gentler" };
    const { settings } = await done<{ settings: Record<string, unknown> }>(
      app,
      admin,
      "PATCH",
      "/api/admin/settings",
      body,
    );
    assert.deepEqual([settings["strikeLimit"], settings["banHours"], settings["muteMinutes"]], [4, 48, 5]);
    const { entries } = await done<{ entries: { before: object; after: object; why: string }[] }>(
      app,
      admin,
      "GET",
      "/api/admin/audit?action=settings.change",
    );
    assert.deepEqual(
      [entries[0]?.before, entries[0]?.after, entries[0]?.why],
      [{ strikeLimit: 3, banHours: 24 }, body.changes, "gentler"],
    );
    await refused(admin, "PATCH", "/api/admin/settings", { changes: { strikeLimit: 1 } }, "malformed");
    await refused(admin, "PATCH", "/api/admin/settings", { changes: { surprise: 1 } }, "malformed");
    await done(app, admin, "PATCH", "/api/admin/settings", { changes: { strikeLimit: 3, banHours: 24 } });
    await refused(admin, "POST", "/api/admin/retrain", {}, "wrong_phase");
  });

  it("notes something about people, and finds them", async () => {
    const path = `/api/admin/people/${bob.id}`;
    await done(app, mia, "POST", `${path}/notes`, { text: "Knows the owner" });
    const { notes } = await done<{ notes: { text: string; byName: string }[] }>(app, admin, "GET", path);
    assert.deepEqual(
      notes.map(({ text, byName }) => [text, byName]),
      [["Knows the owner", "Mia"]],
    );
    await done(app, mia, "POST", `${path}/sanctions`, { kind: "warning", reason: "loud" });
    const { people } = await done<{ people: { id: string }[] }>(app, mia, "GET", "/api/admin/people?search=bob");
    assert.ok(people.some(({ id }) => id === bob.id));
    const first = await done<{ people: { id: string }[]; cursor: string }>(
      app,
      mia,
      "GET",
      "/api/admin/people?limit=1",
    );
    const next = await done<{ people: { id: string }[] }>(
      app,
      mia,
      "GET",
      `/api/admin/people?limit=1&cursor=${first.cursor}`,
    );
    assert.notEqual(first.people[0]?.id, next.people[0]?.id);
    await refused(mia, "GET", "/api/admin/people/nobody", undefined as never, "not_found");
  });

  it("is exported, page by page or whole, and can be shown to be untouched", async () => {
    const { entries } = await done<{ entries: { id: number }[]; cursor: string }>(app, mia, "GET", "/api/admin/audit");
    const pages: number[] = [];
    for (let cursor = ""; ;) {
      const page = await done<{ entries: { id: number }[]; cursor?: string }>(
        app,
        mia,
        "GET",
        `/api/admin/audit?limit=3${cursor}`,
      );
      pages.push(...page.entries.map(({ id }) => id));
      if (page.cursor === undefined) break;
      cursor = `&cursor=${page.cursor}`;
    }
    assert.deepEqual(
      pages.slice(0, 50),
      entries.map(({ id }) => id),
    );
    await done(app, mia, "POST", `/api/admin/people/${bob.id}/notes`, { text: "=cmd|' /C calc'!A0" });
    const csv = await call(app, "GET", "/api/admin/audit.csv?action=person.note", { token: mia.token });
    assert.match(csv.headers.get("content-type") ?? "", /^text\/csv/);
    assert.match(csv.text, /^\uFEFF?id,at,actor,actorName,action,/);
    assert.doesNotMatch(csv.text, /(^|,)"?[=+@]/m);
    const jsonl = await call(app, "GET", "/api/admin/audit.jsonl", { token: mia.token });
    const lines = jsonl.text
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line) as { id: number });
    assert.equal(lines.length, pages.length + 1);
    const none = await call(app, "GET", "/api/admin/audit.jsonl?to=0", { token: mia.token });
    assert.deepEqual([none.status, none.text], [200, ""]);
    const late = await call(app, "GET", `/api/admin/audit?from=${Number.MAX_SAFE_INTEGER}`, { token: mia.token });
    assert.deepEqual([late.code, Object.keys(late.fields)], ["malformed", ["from"]]);
    const whole = await done<{ entries: number; brokenAt: null }>(app, mia, "GET", "/api/admin/audit/verify");
    assert.deepEqual(whole, { entries: lines.length, brokenAt: null });
  });
});
