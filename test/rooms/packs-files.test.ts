import assert from "node:assert/strict";
import type { Pack } from "../../src/packs/packs.ts";
import { startApp, type TestApp } from "../support/app.ts";
import { call } from "../support/http.ts";
import { guest, type Person } from "../support/people.ts";

const good = `Question,A,B,C,Answer,Category,Difficulty
What is two and two?,Three,Four,Five,Four,Numbers,easy
Which is a bird?,Wren,Trout,,Wren,,hard
`;
const faulty = `${good}Which is a fish?,Wren,Trout,,Shark,,
`;

describe("packs and files", function () {
  this.timeout(120_000);
  let app: TestApp;
  let ann: Person;

  before(async () => {
    app = await startApp();
    ann = await guest(app, "Ann");
  });
  after(() => app.close());
  afterEach(() => assert.deepEqual(app.errors, []));

  const send = async (content: string | Uint8Array<ArrayBuffer>, name = "quiz.csv", query = "", field = "file") => {
    const form = new FormData();
    form.set(field, new Blob([content]), name);
    const headers = { authorization: `Bearer ${ann.token}` };
    const response = await fetch(`${app.url}/api/packs/import${query}`, { method: "POST", body: form, headers });
    return { status: response.status, json: (await response.json()) as Imported };
  };
  type Imported = {
    readonly pack: { readonly id: string; readonly title: string };
    readonly questions: readonly object[];
    readonly warnings: readonly object[];
    readonly faults: readonly { readonly line: number; readonly field: string; readonly reason: string }[];
    readonly error: { readonly code: string; readonly faults: readonly object[]; readonly fields?: object };
  };
  const mine = async () => {
    const { json } = await call(app, "GET", "/api/packs?limit=100", { token: ann.token });
    return (json["packs"] as Pack[]).length;
  };
  const questions = [
    {
      prompt: "What is two and two?",
      choices: ["Three", "Four", "Five"],
      key: 1,
      category: "Numbers",
      difficulty: "easy",
    },
    { prompt: "Which is a bird?", choices: ["Wren", "Trout"], key: 0, category: "", difficulty: "hard" },
  ];

  it("are refused line by line for what nobody should read; with partial it is left out", async () => {
    const file = `${good}Which fish?,Cod,kill yourself you idiot,,Cod,,\nfuck you?,Yes,No,,Yes,,\n`;
    const { status, json } = await send(file);
    const told = [
      { line: 4, field: "choices", reason: "unfit" },
      { line: 5, field: "prompt", reason: "unfit" },
    ];
    assert.deepEqual([status, json.faults], [422, told]);
    const taken = await send(file, "fuck you.csv", "?partial=true");
    assert.deepEqual([taken.status, taken.json.questions], [201, questions]);
    assert.deepEqual([taken.json.warnings, taken.json.pack.title], [told, "Imported pack"]);
    const none = await send("Question,A,B,Answer\nfuck you?,Yes,No,Yes\n", "quiz.csv", "?partial=true");
    assert.deepEqual([none.status, none.json.faults], [422, [{ line: 2, field: "prompt", reason: "unfit" }]]);
  });

  it("become one by an import, which says what it took", async () => {
    const { status, json } = await send(good, "..\\..\\Päck 1.final.csv");
    assert.equal(status, 201, JSON.stringify(json));
    assert.deepEqual(json.questions, questions);
    assert.deepEqual(json.warnings, []);
    assert.equal(json.pack.title, "Päck 1.final");
    const stored = (await call(app, "GET", `/api/packs/${json.pack.id}`, { token: ann.token })).json as unknown as Pack;
    assert.deepEqual(
      stored.questions.map(({ id: _id, explanation: _explanation, image: _image, ...rest }) => rest),
      questions,
    );
    assert.deepEqual([stored.title, stored.owner, stored.visibility], [json.pack.title, ann.id, "private"]);
    assert.equal((await send(good, "")).json.pack.title, "Imported pack");
  });

  it("are refused whole for one fault, line by line, unless a part is enough", async () => {
    const before = await mine();
    const { status, json } = await send(faulty);
    assert.equal(status, 422);
    assert.equal(json.error.code, "faulty_file");
    assert.deepEqual(
      json.faults.map(({ line, field }) => [line, field]),
      [[4, "key"]],
    );
    assert.deepEqual(json.error.faults, json.faults);
    assert.equal((await send(faulty, "x", "?partial=0")).status, 422);
    assert.equal(await mine(), before);
    const partial = await send(faulty, "quiz.csv", "?partial=true");
    assert.equal(partial.status, 201);
    assert.deepEqual([partial.json.questions, partial.json.warnings.length], [questions, 1]);
    assert.equal((await send(faulty, "x", "?partial=perhaps")).json.error.code, "malformed");
    for (const junk of ["", new Uint8Array([0x50, 0x4b, 3, 4, 0, 0])]) assert.equal((await send(junk)).status, 422);
    assert.equal(await mine(), before + 1);
  });

  it("come only as forms, with the file in its field, and not too large", async () => {
    const { token } = ann;
    const raw = await call(app, "POST", "/api/packs/import", {
      token,
      body: good,
      headers: { "content-type": "text/csv" },
    });
    assert.deepEqual([raw.status, raw.code], [415, "malformed"]);
    const other = await send(good, "quiz.csv", "", "upload");
    assert.deepEqual([other.status, other.json.error.fields], [400, { file: "is missing" }]);
    const large = await send(good.padEnd(5 * 1024 * 1024 + 1), "quiz.csv");
    assert.deepEqual([large.status, large.json.error.code], [413, "too_long"]);
    const nobody = await call(app, "POST", "/api/packs/import", {
      body: good,
      headers: { "content-type": "text/csv" },
    });
    assert.equal(nobody.status, 401);
  });

  it("come out whole in each format when there is nothing in them yet", async () => {
    const { json } = await call(app, "POST", "/api/packs", { token: ann.token, body: { title: "Empty" } });
    for (const format of ["csv", "json", "gift", "kahoot"]) {
      const path = `/api/packs/${json["id"] as string}/export?format=${format}`;
      const { status, headers } = await call(app, "GET", path, { token: ann.token });
      assert.deepEqual([status, headers.get("cache-control")], [200, "private, no-store"], format);
    }
  });

  it("are exported with the name of the pack, and imported again the same", async () => {
    const title = 'Über "Vögel"; ../x\u0000\r\n?';
    const body = { title, questions: questions.map((one) => ({ ...one, explanation: "So it is." })) };
    const { json } = await call(app, "POST", "/api/packs", { token: ann.token, body });
    for (const [format, type, extension] of [
      ["csv", /^text\/csv/, "csv"],
      ["json", /^application\/json/, "json"],
      ["gift", /^text\/plain/, "gift.txt"],
      ["kahoot", /spreadsheetml/, "xlsx"],
    ] as const) {
      const headers = { authorization: `Bearer ${ann.token}` };
      const response = await fetch(`${app.url}/api/packs/${json["id"] as string}/export?format=${format}`, { headers });
      assert.equal(response.status, 200);
      assert.match(response.headers.get("content-type") ?? "", type);
      assert.equal(
        response.headers.get("content-disposition"),
        `attachment; filename="Uber Vogel x.${extension}"; filename*=UTF-8''%C3%9Cber%20V%C3%B6gel%20x.${extension}`,
      );
      assert.deepEqual(
        [response.headers.get("x-content-type-options"), response.headers.get("cache-control")],
        ["nosniff", "private, no-store"],
      );
      const bytes = new Uint8Array(await response.arrayBuffer());
      assert.ok(bytes.length > 100, format);
      // The formats have tests of their own; one is enough to see that these bytes are the pack.
      if (format === "csv") assert.deepEqual((await send(bytes, "x.csv")).json.questions, questions);
    }
    const wrong = await call(app, "GET", `/api/packs/${json["id"] as string}/export?format=exe`, { token: ann.token });
    assert.deepEqual(Object.keys(wrong.fields), ["format"]);
  });

  it("are exported for Kahoot with what it has no room for, told by question", async () => {
    const long = { ...questions[0], prompt: `${"Which of these? ".repeat(8)}?` };
    const of = async (
      all: readonly object[],
    ): Promise<readonly { readonly line: number; readonly field: string }[]> => {
      const body = { title: "Long", questions: all };
      const { json } = await call(app, "POST", "/api/packs", { token: ann.token, body });
      const headers = { authorization: `Bearer ${ann.token}` };
      const response = await fetch(`${app.url}/api/packs/${json["id"] as string}/export?format=kahoot`, { headers });
      await response.arrayBuffer();
      return JSON.parse(response.headers.get("x-parlor-warnings") ?? "[]") as [];
    };
    assert.deepEqual(await of([questions[0] as object]), []);
    assert.deepEqual(
      (await of([questions[0] as object, long])).map(({ line, field }) => ({ line, field })),
      [{ line: 2, field: "prompt" }],
    );
    const many = await of(Array.from({ length: 60 }, (_, index) => ({ ...long, prompt: `${index} ${long.prompt}` })));
    assert.equal(many.length, 20);
    assert.match(JSON.stringify(many.at(-1)), /there are 41 more of these/);
    assert.ok(JSON.stringify(many).length < 3000, "small enough for any proxy");
  });

  it("of more than a screen has room for are cut, and it is said", async () => {
    const explained = `Question,A,B,Answer,Explanation\nWhich?,One,Two,One,${"y".repeat(400)}\n`;
    const { status, json } = await send(explained);
    assert.equal(status, 201, JSON.stringify(json));
    assert.equal(json.warnings.length, 1);
    const { json: pack } = await call(app, "GET", `/api/packs/${json.pack.id}`, { token: ann.token });
    assert.equal((pack as unknown as Pack).questions[0]?.explanation, `${"y".repeat(299)}…`);
    assert.equal(
      (await call(app, "PATCH", `/api/packs/${json.pack.id}`, { token: ann.token, body: pack })).code,
      "malformed",
    );
    const { questions: same } = pack as unknown as Pack;
    const kept = await call(app, "PATCH", `/api/packs/${json.pack.id}`, {
      token: ann.token,
      body: { questions: same },
    });
    assert.deepEqual(kept.json["questions"], same);
  });
});
