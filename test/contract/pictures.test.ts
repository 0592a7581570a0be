import assert from "node:assert/strict";
import { picturesOf, type PicturesOptions } from "../../src/pictures/pictures.ts";
import { picturePath } from "../../src/pictures/generated.ts";
import { Clock } from "../support/clock.ts";
import { type PictureFault, startUnsplash, type UnsplashServer } from "../support/unsplash-server.ts";
import { until } from "../support/until.ts";

const hour = 3_600_000;
const drawn = (topic: string) => ({ url: picturePath(topic), author: "", authorUrl: "" });

describe("topic pictures", () => {
  let server: UnsplashServer;
  let clock: Clock;
  let said: string[];
  const { signal } = new AbortController();

  beforeEach(async () => {
    server = await startUnsplash();
    clock = new Clock();
    said = [];
  });
  afterEach(() => server.close());

  const pictures = (of: Partial<PicturesOptions> = {}) => {
    const say = (fields: object | string, message = "") => void said.push(`${JSON.stringify(fields)} ${message}`);
    const log = { debug: () => {}, info: say, warn: say, error: say };
    const { pictureOf } = picturesOf({ key: server.key, url: server.url, log, now: clock.now, timeoutMs: 3000, ...of });
    return (topic: string) => pictureOf(topic, { signal });
  };
  const searches = () => server.requests.filter(({ path }) => path === "/search/photos");
  const told = () => server.requests.filter(({ path }) => path.endsWith("/download"));

  it("are photos with their author, shown from where they are, in our size", async () => {
    const { url, author, authorUrl } = await pictures()("the deep sea");
    assert.equal(
      url,
      "https://images.unsplash.com/photo-1416339306562-f3d12fefd36f?ixid=M3wxMjA3&ixlib=rb-4.1.0" +
        "&w=1280&h=720&fit=crop&crop=entropy&auto=format&q=75",
    );
    assert.equal(author, "Ana Gómez");
    assert.equal(authorUrl, "https://unsplash.com/@ana?utm_source=parlor&utm_medium=referral");
    const [{ query, headers } = assert.fail("nothing was asked")] = searches();
    assert.equal(`${query}`, "query=the+deep+sea&per_page=10&orientation=landscape&content_filter=high");
    assert.equal(headers["accept-version"], "v1");
  });

  it("are told of whenever they are used, and searched for once a topic", async () => {
    const pictureOf = pictures();
    await Promise.all([pictureOf("Space"), pictureOf("space!"), pictureOf("space")]);
    await pictureOf("space");
    await until("four uses", () => told().length === 4);
    assert.equal(searches().length, 1);
    assert.equal(`${told()[0]?.query}`, "ixid=M3wxMjA3");
    clock.advance(25 * hour);
    await pictureOf("space");
    assert.equal(searches().length, 2);
  });

  it("are remembered for the topics used last", async () => {
    const pictureOf = pictures({ most: 2 });
    for (const topic of ["a", "b", "a", "c", "a", "b"]) await pictureOf(topic);
    assert.deepEqual(
      searches().map(({ query }) => query.get("query")),
      ["a", "b", "c", "b"],
    );
  });

  it("are drawn here without a key, without a topic, and when there is no photo", async () => {
    assert.deepEqual(await pictures({ key: undefined })("space"), drawn("space"));
    const pictureOf = pictures();
    assert.deepEqual(await pictureOf(" 🙂 "), drawn(""));
    assert.equal(server.requests.length, 0);
    server.results = [];
    assert.deepEqual(await pictureOf("space"), drawn("space"));
    assert.deepEqual(await pictureOf("space"), drawn("space"));
    assert.equal(searches().length, 1, "it asked again for what is not there");
    assert.deepEqual(said, []);
  });

  it("come only from where photos, authors and uses are", async () => {
    const { photo } = server;
    const raw = (text: string) => photo({ urls: { raw: text } });
    const page = (text: string) => photo({ user: { links: { html: text } } });
    const usedAt = (text: string) => photo({ links: { download_location: text } });
    const wrong = [
      raw("http://images.unsplash.com/photo-1"),
      raw("https://images.unsplash.com.evil.example/photo-1"),
      raw("https://evil.example/https://images.unsplash.com/"),
      raw("https://user@images.unsplash.com/photo-1"),
      raw("https://:word@images.unsplash.com/photo-1"),
      raw("https://images.unsplash.com:444/photo-1"),
      raw("javascript:alert(1)"),
      raw(`https://images.unsplash.com/${"x".repeat(600)}`),
      raw("no address"),
      page("https://unsplash.example/@ana"),
      page("javascript:alert(1)"),
      page(`https://unsplash.com/${"x".repeat(600)}`),
      usedAt("http://169.254.169.254/latest"),
      usedAt("https://api.unsplash.com/photos/1/download"),
      photo({ user: { name: "\u200b " } }),
      { ...photo(), user: "Ana" },
      photo({ urls: { raw: 7 as unknown as string } }),
      {},
      null,
      "photo",
    ];
    const pictureOf = pictures();
    for (const [nth, one] of wrong.entries()) {
      server.results = [one];
      assert.deepEqual(await pictureOf(`topic ${nth}`), drawn(`topic ${nth}`), JSON.stringify(one));
    }
    server.results = [...wrong, photo({ user: { name: "x".repeat(200) } })];
    const { author } = await pictureOf("space");
    assert.equal(author.length, 80);
    assert.equal(told().length + searches().length, server.requests.length);
  });

  const faults: readonly PictureFault[] = [
    401,
    403,
    429,
    500,
    503,
    "page",
    "silence",
    "reset",
    "half",
    "flood",
    "not an answer",
    "redirect",
  ];
  for (const fault of faults) {
    it(`are drawn here on ${JSON.stringify(fault)}, which is said once and not tried at once again`, async () => {
      server.fault = fault;
      const pictureOf = pictures({ timeoutMs: 1000 });
      for (const topic of ["a", "b", "c"]) assert.deepEqual(await pictureOf(topic), drawn(topic));
      assert.equal(server.requests.length, 1);
      assert.equal(said.length, 1);
      assert.match(said[0] ?? "", /^\{"reason":"[^"]+"\} Unsplash can't be used/);
      assert.ok(!(said[0] ?? "").includes(server.key));
      if (fault === 403 || fault === 429) {
        clock.advance(hour / 10);
        await pictureOf("d");
        assert.equal(server.requests.length, 1);
      }
      clock.advance(hour);
      server.fault = undefined;
      assert.notEqual((await pictureOf("a")).author, "");
      assert.match(said[1] ?? "", /can be used again/);
    });
  }

  it("stay when telling of their use fails, and nothing is told for a while", async () => {
    const pictureOf = pictures();
    const first = await pictureOf("space");
    await until("the use", () => told().length === 1);
    server.fault = 403;
    assert.deepEqual(await pictureOf("space"), first);
    await until("the warning", () => said.length === 1);
    assert.deepEqual(await pictureOf("space"), first);
    assert.equal(told().length, 2);
  });

  it("keep nobody waiting who does not want to wait", async () => {
    server.fault = "silence";
    const { pictureOf } = picturesOf({
      key: server.key,
      url: server.url,
      log: { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} },
      now: clock.now,
    });
    const started = performance.now();
    assert.deepEqual(await pictureOf("space", { signal: AbortSignal.timeout(20) }), drawn("space"));
    assert.deepEqual(await pictureOf("sea", { signal: AbortSignal.abort() }), drawn("sea"));
    assert.ok(performance.now() - started < 1000);
  });
});
