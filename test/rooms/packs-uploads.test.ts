import assert from "node:assert/strict";
import { once } from "node:events";
import { createServer } from "node:http";
import { type AddressInfo, connect, type Socket } from "node:net";
import * as fc from "fast-check";
import { ApiError } from "../../src/http/errors.ts";
import { guardRequests } from "../../src/http/listener.ts";
import { fileOf } from "../../src/http/multipart.ts";
import { originsOf } from "../../src/http/origins.ts";
import { uploadsOf } from "../../src/http/upload.ts";
import { startApp, type TestApp } from "../support/app.ts";
import { call } from "../support/http.ts";
import { draft } from "../support/packs.ts";
import { guest, type Person } from "../support/people.ts";
import { until } from "../support/until.ts";

const megabyte = 1024 * 1024;

/** A connection on which bytes are sent as they are. */
const open = (port: number) => {
  const socket: Socket = connect(port, "127.0.0.1");
  let heard = "";
  let closed = false;
  socket.on("data", (data) => (heard += data.toString()));
  socket.on("error", () => {});
  socket.on("close", () => (closed = true));
  return { socket, heard: () => heard, closed: () => closed };
};

describe("large bodies", function () {
  this.timeout(120_000);
  let app: TestApp;
  let ann: Person;
  let port: number;

  before(async () => {
    app = await startApp({ environment: { TRUST_PROXY: "true" } });
    ann = await guest(app, "Ann");
    port = Number(new URL(app.url).port);
  });
  after(() => app.close());
  afterEach(() => assert.deepEqual(app.errors, []));

  /** Sends the head of a request, and nothing of its body. */
  const announce = (head: Record<string, string | number>, path = "/api/packs") => {
    const line = open(port);
    const headers = { host: "x", "content-type": "application/json", ...head };
    const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
    line.socket.write(`POST ${path} HTTP/1.1\r\n${lines.join("\r\n")}\r\n\r\n`);
    return line;
  };
  const authorization = () => `Bearer ${ann.token}`;

  it("are not waited for when nobody vouches for them, nor when they are too large", async () => {
    for (const path of ["/api/packs", "/api/packs/import"]) {
      const unknown = announce({ "content-length": 4 * megabyte }, path);
      await until("the answer", () => unknown.heard().startsWith("HTTP/1.1 401 "));
      const wrong = announce({ "content-length": 4 * megabyte, authorization: "Bearer x.y.z" }, path);
      await until("the answer", () => wrong.heard().startsWith("HTTP/1.1 401 "));
      const large = announce({ "content-length": 6 * megabyte, authorization: authorization() }, path);
      await until("the answer", () => large.heard().startsWith("HTTP/1.1 413 "));
      for (const { socket } of [unknown, wrong, large]) socket.destroy();
    }
  });

  it("are refused once they are too large, and for other routes as ever", async () => {
    const chunked = announce({ "transfer-encoding": "chunked", authorization: authorization() });
    const piece = `10000\r\n${" ".repeat(0x10000)}\r\n`;
    for (let n = 0; n < 90 && chunked.heard() === ""; n++)
      if (!chunked.socket.write(piece))
        await Promise.race([once(chunked.socket, "drain"), once(chunked.socket, "data")]);
    await until("the answer", () => chunked.heard().startsWith("HTTP/1.1 413 "));
    chunked.socket.destroy();
    const { json } = await call(app, "POST", "/api/packs", { token: ann.token, body: { title: "Small" } });
    const body = draft("x", { explanation: "x".repeat(40_000) });
    const other = await call(app, "POST", `/api/packs/${json["id"] as string}/questions`, { token: ann.token, body });
    assert.deepEqual([other.status, other.code], [413, "too_long"]);
  });

  it("of a pack of two megabytes come and go whole", async () => {
    const questions = Array.from({ length: 2000 }, (_, n) =>
      draft(`${n}`, { explanation: "é".repeat(290), prompt: `${n} ${"x".repeat(290)}` }),
    );
    const made = await call(app, "POST", "/api/packs", { token: ann.token, body: { title: "Large", questions } });
    assert.equal(made.status, 201);
    assert.ok(Buffer.byteLength(made.text) > 1.8 * megabyte);
    const shown = await call(app, "GET", `/api/packs/${made.json["id"] as string}`, { token: ann.token });
    assert.deepEqual(shown.json, made.json);
  });

  it("that hold millions of values are refused at once", async () => {
    for (const body of [
      `{"title":"x","questions":[${"{},".repeat(megabyte)}{}]}`,
      `{"title":"x","questions":[{"choices":[${"5,".repeat(2 * megabyte)}5]}]}`,
      `{"title":"x","questions":${"[".repeat(2 * megabyte)}${"]".repeat(2 * megabyte)}}`,
    ]) {
      const refused = await call(app, "POST", "/api/packs", { token: ann.token, body });
      assert.deepEqual([refused.status, Object.keys(refused.fields)], [400, ["body"]]);
    }
    const keys = JSON.stringify(Object.fromEntries(Array.from({ length: 40_000 }, (_, n) => [`key ${n}`, 0])));
    const refused = await call(app, "POST", "/api/packs", { token: ann.token, body: keys });
    assert.equal(refused.status, 400);
    assert.ok(refused.text.length < 2000);
  });

  it("are four at once, two of them from one address, until one has come or is given up", async () => {
    const upload = (from: string) => {
      const sent = announce({ "content-length": megabyte, authorization: authorization(), "x-forwarded-for": from });
      sent.socket.write(" ");
      return sent;
    };
    const refused = (line: ReturnType<typeof upload>) =>
      until("the refusal", () => line.heard().startsWith("HTTP/1.1 503 ") && line.heard().includes("too_fast"));
    const first = [upload("10.0.0.1"), upload("10.0.0.1")];
    await refused(upload("10.0.0.1"));
    const second = [upload("10.0.0.2"), upload("10.0.0.3")];
    await refused(upload("10.0.0.4"));
    // What is small needs no such room.
    const small = { token: ann.token, body: { title: "Small" } };
    assert.equal((await call(app, "POST", "/api/packs", small)).status, 201);
    first[0]?.socket.destroy();
    second[0]?.socket.write(" ".repeat(megabyte));
    await until("the answer", () => second[0]?.heard().startsWith("HTTP/1.1 400 "));
    const body = JSON.stringify({ title: "Large" }).padEnd(megabyte);
    const from = (address: string) =>
      call(app, "POST", "/api/packs", { token: ann.token, body, headers: { "x-forwarded-for": address } });
    assert.equal((await from("10.0.0.4")).status, 201);
    assert.equal((await from("10.0.0.1")).status, 201);
    for (const { socket } of [...first, ...second]) socket.destroy();
  });
});

describe("a body that does not come", () => {
  const warned: unknown[] = [];
  const silent = () => {};
  const note = (...words: unknown[]) => void warned.push(words);
  const server = createServer((_request, response) => response.end("done"));
  let port: number;
  before(async () => {
    const options = { seats: () => Promise.resolve({}), origins: originsOf(undefined, []), trustProxy: false };
    guardRequests(server, { ...options, log: { debug: silent, info: silent, warn: note, error: note }, bodyMs: 60 });
    server.listen(0, "127.0.0.1");
    await once(server, "listening");
    port = (server.address() as AddressInfo).port;
  });
  after(() => {
    server.closeAllConnections();
    server.close();
  });

  it("costs the connection, whatever the request, and is no error of ours", async () => {
    for (const head of ["POST /api/lobbies", "GET /api/lobbies", "POST /api/packs", "POST /matchmake/joinById/x"]) {
      const line = open(port);
      line.socket.write(`${head} HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 9\r\n\r\n{`);
      await until(`the close after ${head}`, line.closed);
    }
    const whole = open(port);
    whole.socket.write("GET / HTTP/1.1\r\nhost: x\r\n\r\n");
    await until("the answer", () => whole.heard().includes("done"));
    assert.deepEqual([warned, whole.closed()], [[], false]);
    whole.socket.destroy();
  });
});

describe("an upload", () => {
  const uploads = uploadsOf({ wholeMs: 1000, spellMs: 40, leastBytes: 100 });
  const receive = (
    pull: (controller: ReadableStreamDefaultController<Uint8Array>) => Promise<void>,
    cancel: () => void = () => {},
  ) => {
    const body = new ReadableStream<Uint8Array>({ pull, cancel });
    const request = new Request("http://x/", { method: "POST", body, duplex: "half" } as RequestInit);
    return uploads.receive({ request, headers: request.headers }, megabyte, (bytes) => Promise.resolve(bytes.length));
  };

  it("may take its time as long as enough of it comes, and else is cut off", async () => {
    let left = 8;
    let cut = 0;
    const steady = (bytes: number) => (controller: ReadableStreamDefaultController<Uint8Array>) =>
      new Promise<void>((resolve) =>
        setTimeout(() => {
          if (left-- === 0) controller.close();
          else if (cut === 0) controller.enqueue(new Uint8Array(bytes));
          resolve();
        }, 10),
      );
    const never = () => new Promise<void>(() => {});
    assert.equal(await receive(steady(100)), 800);
    left = Number.POSITIVE_INFINITY;
    for (const source of [steady(5), never])
      await assert.rejects(
        receive(source, () => cut++),
        { code: "malformed" },
      );
    assert.equal(cut, 2);
    await assert.rejects(
      receive(() => Promise.reject(new Error("aborted"))),
      { code: "malformed" },
    );
  });
});

describe("a form", () => {
  const type = "multipart/form-data; boundary=XX";
  const part = (disposition: string, content = "a,b\r\n1,2", more = "") =>
    `--XX\r\nContent-Disposition: ${disposition}\r\n${more}\r\n${content}\r\n`;
  const file = part('form-data; name="file"; filename="a b.csv"', undefined, "Content-Type: text/csv\r\n");
  const end = "--XX--\r\n";
  const read = (form: string | Buffer, as: string | null = type) =>
    fileOf(typeof form === "string" ? Buffer.from(form) : form, as, 1000);
  const refusal = async (form: string | Buffer, as?: string | null) => {
    const error: unknown = await read(form, as).then(
      () => assert.fail("was taken"),
      (thrown: unknown) => thrown,
    );
    assert.ok(error instanceof ApiError, String(error));
    return error;
  };

  it("gives its file, whatever else it has and whatever the file is called", async () => {
    const { bytes, name } = await read(`${part('form-data; name="partial"', "true")}${file}${end}`);
    assert.deepEqual([bytes.toString(), name], ["a,b\r\n1,2", "a b.csv"]);
    assert.equal((await read(part('form-data; name="file"') + end)).name, "");
    assert.equal((await read(part('form-data; name="file"; filename="..\\\\x/été.csv"') + end)).name, "été.csv");
    const long = await read(part(`form-data; name="file"; filename="${"x".repeat(20_000)}"`) + end);
    assert.ok(long.name.length < 9000);
    assert.deepEqual((await read(part('form-data; name="file"; filename="x"', "") + end)).bytes, Buffer.alloc(0));
    const odd = Buffer.concat([
      Buffer.from(part('form-data; name="file"; filename="x"', "\0\r\n--X\r\n\xff")),
      Buffer.from(end),
    ]);
    assert.equal((await read(odd)).bytes.toString(), "\0\r\n--X\r\n\xff");
  });

  it("is refused when it is none, or has no file, or more than one, or too large a one", async () => {
    for (const as of [null, "", "text/csv", "multipart/form-data", "multipart/mixed; boundary=XX"])
      assert.equal((await refusal(file + end, as)).status, 415, String(as));
    const bad: Record<string, string> = {
      nothing: "",
      "no file": part('form-data; name="other"') + end,
      "another field": part('form-data; name="other"; filename="x.csv"') + end,
      "two files": file + file + end,
      "many fields": part('form-data; name="a"').repeat(9) + file + end,
      "no end": file,
      "no end of a header": '--XX\r\nContent-Disposition: form-data; name="file"; filename="x"\r\n',
      "no disposition": `--XX\r\n\r\nabc\r\n${end}`,
      "another boundary": file.replaceAll("--XX", "--YY") + end,
      "many headers": part('form-data; name="x"', "", "x: y\r\n".repeat(5000)) + end,
    };
    for (const [what, form] of Object.entries(bad)) assert.equal((await refusal(form)).code, "malformed", what);
    assert.equal(
      (await refusal(part('form-data; name="file"; filename="x"', "x".repeat(1001)) + end)).code,
      "too_long",
    );
  });

  it("is read or refused, however it is broken", async () => {
    const whole = Buffer.from(part('form-data; name="a"', "1") + file + end);
    const broken = fc.array(
      fc.tuple(fc.nat(whole.length), fc.nat(8), fc.constantFrom("", "\r\n", "--XX", "--", "\0", ";", '"', ":")),
      {
        minLength: 1,
        maxLength: 4,
      },
    );
    await fc.assert(
      fc.asyncProperty(broken, async (changes) => {
        let form = whole;
        for (const [at, length, text] of changes)
          form = Buffer.concat([form.subarray(0, at), Buffer.from(text), form.subarray(at + length)]);
        await read(form).catch((error: unknown) => assert.ok(error instanceof ApiError, String(error)));
      }),
      { numRuns: 300 },
    );
  });
});
