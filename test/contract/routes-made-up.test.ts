import assert from "node:assert/strict";
import { seededRandom } from "../../src/core/random.ts";
import { adminPassword, startApp, type TestApp } from "../support/app.ts";
import { call } from "../support/http.ts";
import { MakingUp, type Schema } from "../support/made-up.ts";
import { clientOf, enter, guest, makeLobby, type Person } from "../support/people.ts";

type Operation = {
  readonly parameters?: readonly { readonly in: string; readonly name: string; readonly schema: Schema }[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: Schema }>> };
};
type Document = {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
};

const seed = process.env["SEED"] ?? "one";
const count = Number(process.env["REQUESTS"] ?? 3000);
const texts =
  `a|quiz|story|auto|pack|space|en|player|human|season|week|-1|0|1e400|2026-01-01|../..|' or 1=1 --|%00|__proto__|toString
  |https://example.org/hook|http://127.0.0.1/x|💥|🏴󠁧󠁢󠁳󠁣󠁴󠁿|@Bob hi|lobby:AAAAA`
    .split("|")
    .map((text) => text.trim());

/** What everything that the document describes answers to what nearly fits: never an error of ours, and always something. */
describe("routes that are asked things made up", function () {
  this.timeout(120_000);
  let app: TestApp;
  let ann: Person;
  let admin: string;
  let code: string;

  before(async () => {
    app = await startApp({ environment: { TRUST_PROXY: "true" }, store: undefined as never });
    ann = await guest(app, "Ann");
    admin = (await clientOf(app).auth.signInWithEmailAndPassword("admin", adminPassword)).token;
    code = await makeLobby(ann, { public: true });
  });
  after(() => app.close());

  it(`answer ${count} of them, seed ${seed}, and the lobby goes on`, async () => {
    const seat = await enter(ann, code);
    const { paths, components } = (await call(app, "GET", "/api/openapi.json")).json as unknown as Document;
    const named = (ref: string): Schema => components.schemas[ref.slice(ref.lastIndexOf("/") + 1)] ?? {};
    const { id: bob } = await guest(app, "Bob");
    const words = [...texts, "x".repeat(300), "9".repeat(30), "\0", "\ud800", "a\nb", code, ann.id, bob];
    const random = seededRandom(seed);
    const making = new MakingUp(random, words, named);
    const operations = Object.entries(paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, operation]) => ({ path, method: method.toUpperCase(), operation })),
    );
    assert.ok(operations.length > 60);
    const asText = (value: unknown): string =>
      encodeURIComponent((typeof value === "string" ? value : JSON.stringify(value)).toWellFormed());

    for (let nth = 0; nth < count; nth++) {
      const { path, method, operation } = making.pick(operations);
      const filled = path.replaceAll(/\{\w+\}/g, () => asText(making.pick([code, ann.id, bob, making.text() || "a"])));
      // The lobby, its owner and the staff are to be there to the end.
      const isOfThem = filled.includes(code) || filled.includes(ann.id);
      if (/^\/(?:auth|api\/me)\b/.test(path) || (method !== "GET" && isOfThem)) continue;
      const query = (operation.parameters ?? [])
        .filter((parameter) => parameter.in === "query" && making.chance(0.5))
        .map(({ name, schema }) => `${name}=${asText(making.value(schema))}`)
        .join("&");
      const schema = operation.requestBody?.content["application/json"]?.schema;
      const body = schema === undefined ? {} : { body: JSON.stringify(making.value(schema)) };
      const token = making.pick([ann.token, admin, admin, ""]);
      const target = query === "" ? filled : `${filled}?${query}`;
      const address = `10.0.${nth >> 8}.${nth & 255}`;
      const answer = await call(app, method, target, { token, ...body, headers: { "x-forwarded-for": address } });
      const asked = `${method} ${target} ${body.body ?? ""}`;
      assert.ok(answer.status < 500 || answer.status === 503, `${asked}: ${answer.text}`);
      assert.ok(answer.status < 400 || answer.code !== "" || answer.status === 404, `${asked}: ${answer.status}`);
      assert.deepEqual(app.errors, [], asked);
    }
    await seat.say("We are still here.");
  });
});
