import assert from "node:assert/strict";
import type { PlayerId } from "../../src/core/ids.ts";
import type { Pack } from "../../src/packs/packs.ts";
import { startApp, type TestApp } from "../support/app.ts";
import { call } from "../support/http.ts";
import { draft, idOf } from "../support/packs.ts";
import { guest, type Person } from "../support/people.ts";

describe("/api/packs", function () {
  this.timeout(120_000);
  let app: TestApp;
  let ann: Person;
  let bob: Person;
  let admin: string;
  let moderator: string;

  before(async () => {
    app = await startApp();
    [ann, bob] = [await guest(app, "Ann"), await guest(app, "Bob")];
    const tokenFor = (role: "admin" | "moderator") =>
      app.services.tokens.issue({ id: role as PlayerId, name: role, role, kind: "human" });
    [admin, moderator] = [tokenFor("admin"), tokenFor("moderator")];
  });
  after(() => app.close());
  afterEach(() => assert.deepEqual(app.errors, []));

  const ask = async (token: string | undefined, method: string, path: string, body?: unknown) => {
    const answer = await call(app, method, `/api/packs${path}`, { ...(token && { token }), ...(body ? { body } : {}) });
    return { ...answer, pack: answer.json as unknown as Pack };
  };
  const make = async (person: Person, body: object = {}): Promise<Pack> => {
    const { status, pack, text } = await ask(person.token, "POST", "", { title: "Words", ...body });
    assert.equal(status, 201, text);
    return pack;
  };

  it("makes a pack, shows, changes, lists and deletes it", async () => {
    const questions = [draft("cats"), draft("dogs", { image: "https://example.org/dog.png", difficulty: "hard" })];
    const pack = await make(ann, { title: "  Pets\tand \u202emore ", description: "Two\nlines", questions });
    assert.match(pack.id, /^[\w-]{22}$/);
    assert.deepEqual(
      [pack.owner, pack.title, pack.description, pack.visibility, pack.size, pack.version],
      [ann.id, "Pets and more", "Two\nlines", "private", 2, 1],
    );
    const [cats, dogs] = pack.questions;
    const rest = { category: "", difficulty: "medium", explanation: "", image: "" };
    assert.deepEqual(cats, { id: cats?.id, ...draft("cats"), ...rest });
    assert.deepEqual((await ask(ann.token, "GET", `/${pack.id}`)).json, pack);

    const turned = [{ ...dogs, prompt: "Which dog?" }, draft("fish"), cats, cats];
    const changed = (await ask(ann.token, "PATCH", `/${pack.id}`, { title: "Pets", questions: turned, version: 1 }))
      .pack;
    assert.deepEqual([changed.title, changed.description, changed.version], ["Pets", "Two\nlines", 2]);
    const ids = changed.questions.map(({ id }) => id);
    assert.deepEqual([ids[0], ids[2], new Set(ids).size], [dogs?.id, cats?.id, 4]);
    assert.equal(changed.questions[0]?.prompt, "Which dog?");

    const { packs } = (await ask(ann.token, "GET", "")).json as { packs: Pack[] };
    const { questions: _questions, ...line } = changed;
    assert.deepEqual(packs, [line]);
    assert.equal((await ask(ann.token, "DELETE", `/${pack.id}`)).status, 200);
    assert.equal((await ask(ann.token, "GET", `/${pack.id}`)).status, 404);
    assert.equal((await ask(ann.token, "DELETE", `/${pack.id}`)).status, 404);
  });

  it("takes no words that nobody should read, in private packs either, and says where they are", async () => {
    const bad = "fuck you all";
    const unfit = async (method: string, path: string, body: object) => {
      const { status, code, fields } = await ask(ann.token, method, path, body);
      return [status, code, Object.keys(fields)];
    };
    const questions = [draft("cats"), draft("dogs", { choices: ["one", bad] }), draft("fish", { prompt: bad })];
    const all = ["title", "description", "questions.1.choices", "questions.2.prompt"];
    assert.deepEqual(await unfit("POST", "", { title: bad, description: bad, questions }), [400, "blocked", all]);
    const { id, questions: kept } = await make(ann, { questions: [draft("cats")] });
    assert.deepEqual(await unfit("PATCH", `/${id}`, { title: bad }), [400, "blocked", ["title"]]);
    assert.deepEqual(await unfit("PATCH", `/${id}`, { questions }), [400, "blocked", all.slice(2)]);
    const explained = draft("ants", { explanation: bad });
    assert.deepEqual(await unfit("POST", `/${id}/questions`, explained), [400, "blocked", ["explanation"]]);
    const one = `/${id}/questions/${kept[0]?.id}`;
    assert.deepEqual(await unfit("PATCH", one, { category: bad }), [400, "blocked", ["category"]]);
    assert.deepEqual(await unfit("POST", "/make", { topic: bad, count: 1 }), [400, "blocked", ["topic"]]);
    assert.deepEqual((await ask(ann.token, "GET", `/${id}`)).pack.version, 1);
  });

  it("lists one's own page by page", async () => {
    const carl = await guest(app, "Carl");
    const made = [await make(carl), await make(carl), await make(carl)].map(({ id }) => id);
    await make(bob);
    const first = (await ask(carl.token, "GET", "?limit=2")).json as { packs: Pack[]; cursor: string };
    const second = (await ask(carl.token, "GET", `?limit=2&cursor=${first.cursor}`)).json as typeof first;
    const listed = [...first.packs, ...second.packs].map(({ id }) => id);
    assert.deepEqual(listed.toSorted(), made.toSorted());
    assert.equal(second.cursor, undefined);
    assert.equal((await ask(carl.token, "GET", "?limit=101")).code, "malformed");
  });

  it("is not there for others, until it is shared; then they read and copy, and change nothing", async () => {
    const { id, questions } = await make(ann, { questions: [draft("cats")] });
    const question = questions[0]?.id ?? "";
    const reads = [
      ["GET", ""],
      ["GET", "/export?format=json"],
      ["POST", "/copy"],
    ] as const;
    const writes = [
      ["PATCH", "", { title: "Mine" }],
      ["DELETE", ""],
      ["POST", "/questions", draft("dogs")],
      ["PATCH", `/questions/${question}`, { key: 0 }],
      ["DELETE", `/questions/${question}`],
      ["POST", `/questions/${question}/anew`],
    ] as const;
    for (const [method, path, body] of [...reads, ...writes]) {
      const other = await ask(bob.token, method, `/${id}${path}`, body);
      assert.deepEqual([other.status, other.code], [404, "not_found"], `${method} ${path}`);
      assert.equal((await ask(undefined, method, `/${id}${path}`, body)).status, 401);
    }
    assert.equal((await ask(ann.token, "PATCH", `/${id}`, { visibility: "link" })).status, 200);
    for (const [method, path] of reads) {
      const { status } = await ask(bob.token, method, `/${id}${path}`);
      assert.equal(status, method === "POST" ? 201 : 200, path);
      assert.equal((await ask(undefined, method, `/${id}${path}`)).status, 401);
    }
    for (const [method, path, body] of writes) {
      const other = await ask(bob.token, method, `/${id}${path}`, body);
      assert.deepEqual([other.status, other.code], [403, "not_owner"], `${method} ${path}`);
    }
    const copy = (await ask(bob.token, "POST", `/${id}/copy`)).pack;
    assert.deepEqual([copy.owner, copy.visibility, copy.version], [bob.id, "private", 1]);
    assert.deepEqual(copy.questions, questions);
    assert.notEqual(copy.id, id);
    assert.equal((await ask(ann.token, "GET", `/${copy.id}`)).status, 404);
  });

  it("is read by staff, and changed by the admin", async () => {
    const { id } = await make(ann);
    for (const token of [admin, moderator]) assert.equal((await ask(token, "GET", `/${id}`)).status, 200);
    assert.equal((await ask(moderator, "DELETE", `/${id}`)).code, "not_owner");
    assert.equal((await ask(admin, "PATCH", `/${id}`, { title: "Better" })).pack.title, "Better");
    assert.equal((await ask(admin, "DELETE", `/${id}`)).status, 200);
  });

  it("names what is wrong, and stores nothing of it", async () => {
    const dave = await guest(app, "Dave");
    const bad: readonly (readonly [object, ...string[]])[] = [
      [{ title: " \u200b " }, "title"],
      [
        { title: "x".repeat(81), description: "x".repeat(301), visibility: "public" },
        "description",
        "title",
        "visibility",
      ],
      [{ questions: [{}] }, "questions.0.choices", "questions.0.key", "questions.0.prompt"],
      [{ questions: [draft("a"), draft("b", { key: 3 })] }, "questions.1.key"],
      [{ questions: [draft("a", { choices: ["one"], key: 0 })] }, "questions.0.choices"],
      [{ questions: [draft("a", { choices: "abcdefg".split("") })] }, "questions.0.choices"],
      [{ questions: [draft("a", { choices: ["x".repeat(101), "b"] })] }, "questions.0.choices.0"],
      [{ questions: [draft("a", { choices: ["Été", " ete "] })] }, "questions.0.choices"],
      [{ questions: [draft("a", { image: "http://example.org/a.png" })] }, "questions.0.image"],
      [{ questions: [draft("a", { image: "javascript:alert(1)" })] }, "questions.0.image"],
      [{ questions: Array.from({ length: 2001 }, (_, n) => draft(`${n}`)) }, "questions"],
      [{ surprise: true, id: "mine" }, "body"],
    ];
    for (const [body, ...fields] of bad) {
      const refused = await ask(dave.token, "POST", "", { title: "Words", ...body });
      assert.deepEqual([refused.status, refused.code], [400, "malformed"], refused.text);
      assert.deepEqual(Object.keys(refused.fields).toSorted(), fields);
    }
    for (const body of ["[]", "5", "null", "{"])
      assert.equal((await ask(dave.token, "POST", "", body)).code, "malformed");
    assert.deepEqual((await ask(dave.token, "GET", "")).json, { packs: [] });
    // A stray half of a character and a NUL are no reason to fail later.
    const odd = await make(dave, { title: "A\0B\ud800", questions: [draft("\udc00 \0")] });
    assert.equal((await ask(dave.token, "GET", `/${odd.id}`)).pack.title, odd.title);
    for (const id of ["x", idOf("none"), "%00".repeat(22), "..%2f", "__proto__"])
      assert.equal((await ask(dave.token, "GET", `/${id}`)).status, 404, id);
  });

  it("refuses a change from a version that is over", async () => {
    const { id } = await make(ann, { questions: [draft("cats")] });
    assert.equal((await ask(ann.token, "PATCH", `/${id}`, { title: "One", version: 1 })).pack.version, 2);
    const late = await ask(ann.token, "PATCH", `/${id}`, { title: "Two", version: 1 });
    assert.deepEqual([late.status, late.code], [409, "conflict"]);
    const { pack } = await ask(ann.token, "PATCH", `/${id}`, { description: "No version" });
    assert.deepEqual([pack.title, pack.version], ["One", 3]);
  });

  it("adds, changes and deletes single questions, several at once", async () => {
    const { id } = await make(ann);
    const added = await Promise.all(
      ["a", "b", "c"].map((word) => ask(ann.token, "POST", `/${id}/questions`, draft(word))),
    );
    assert.deepEqual([...new Set(added.map(({ status }) => status))], [201]);
    const versions = added.map(({ json }) => json["version"] as number);
    assert.deepEqual(
      versions.toSorted((a, b) => a - b),
      [2, 3, 4],
    );
    const [{ id: question }] = added.map(({ json }) => json["question"]) as [{ id: string }];

    const path = `/${id}/questions/${question}`;
    const changed = await ask(ann.token, "PATCH", path, { prompt: "New?", choices: ["x", "y"], key: 0, version: 4 });
    assert.equal(changed.status, 200, changed.text);
    const { prompt, choices, key } = changed.json["question"] as { prompt: string; choices: string[]; key: number };
    assert.deepEqual([prompt, choices, key, changed.json["version"]], ["New?", ["x", "y"], 0, 5]);
    for (const [body, field] of [
      [{ key: 2 }, "key"],
      [{ choices: ["Same", "same"] }, "choices"],
      [{ id: "other" }, "body"],
    ] as const) {
      const refused = await ask(ann.token, "PATCH", path, body);
      assert.deepEqual([refused.status, Object.keys(refused.fields)], [400, [field]]);
    }
    assert.equal((await ask(ann.token, "PATCH", path, { key: 1, version: 4 })).code, "conflict");
    assert.equal((await ask(ann.token, "PATCH", `/${id}/questions/none`, { key: 1 })).status, 404);

    assert.deepEqual((await ask(ann.token, "DELETE", path)).json, { ok: true, version: 6 });
    assert.equal((await ask(ann.token, "DELETE", path)).status, 404);
    assert.equal((await ask(ann.token, "GET", `/${id}`)).pack.size, 2);
  });

  it("takes no more packs than one may have, and no more questions than fit into one", async () => {
    const eve = await guest(app, "Eve");
    const questions = Array.from({ length: 2000 }, (_, n) => draft(`${n}`));
    const { id } = await make(eve, { questions });
    const full = await ask(eve.token, "POST", `/${id}/questions`, draft("more"));
    assert.deepEqual([full.status, full.code], [413, "too_long"]);
    for (let n = 1; n < 200; n += 20) await Promise.all(Array.from({ length: Math.min(20, 200 - n) }, () => make(eve)));
    const refused = await ask(eve.token, "POST", "", { title: "One more" });
    assert.deepEqual([refused.status, refused.code], [409, "too_many"]);
    assert.equal((await ask(eve.token, "POST", `/${id}/copy`)).code, "too_many");
  });

  it("goes with the account of its owner", async () => {
    const fay = await guest(app, "Fay");
    const { id } = await make(fay, { visibility: "link" });
    const account = { email: "fay@example.org", password: "a long password" };
    const { json } = await call(app, "POST", "/auth/register", { token: fay.token, body: account });
    const token = json["token"] as string;
    assert.equal((await ask(token, "GET", `/${id}`)).status, 200);
    await call(app, "POST", "/auth/delete-account", { token, body: { password: account.password } });
    assert.equal((await ask(bob.token, "GET", `/${id}`)).status, 404);
  });
});
