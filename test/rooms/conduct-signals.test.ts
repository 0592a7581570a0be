import assert from "node:assert/strict";
import type { Review } from "../../src/conduct/reviews.ts";
import { startApp, type TestApp } from "../support/app.ts";
import { failure, moderated, silence } from "../support/openai-behaviours.ts";
import { type Behaviour, type OpenAiServer, startOpenAi } from "../support/openai-server.ts";
import { enter, guest, makeLobby, refusalOf } from "../support/people.ts";
import type { Seat } from "../support/seat.ts";
import { until } from "../support/until.ts";

/** Nothing in it is in any list of words. */
const vile = "the green lamp hums at noon";
const flagging = moderated((text) => ({ harassment: text.includes("green lamp") ? 0.95 : 0.01 }));

describe("signals beside the rules", function () {
  this.timeout(120_000);
  let app: TestApp | undefined;
  let server: OpenAiServer | undefined;
  afterEach(async () => {
    await app?.close();
    await server?.close();
  });

  const sitDown = async (mode: "off" | "post" | "pre", moderation: Behaviour): Promise<readonly [Seat, Seat]> => {
    server = await startOpenAi({ moderation });
    app = await startApp({ environment: { OPENAI_BASE_URL: server.url, OPENAI_MODERATION: mode } });
    const ann = await guest(app, "Ann");
    const ben = await guest(app, "Ben");
    const code = await makeLobby(ann, { topic: "space", count: 2 });
    return [await enter(ann, code), await enter(ben, code)];
  };
  const queued = async (): Promise<readonly Review[]> =>
    (await app?.services.reviews.list({ state: "open", limit: 10 })) ?? [];
  const soonQueued = async (kind: string): Promise<Review> => {
    let found: Review | undefined;
    await until(`something in the queue: ${kind}`, () => {
      void queued().then((reviews) => (found = reviews.find((review) => review.kind === kind)));
      return found;
    });
    return found as unknown as Review;
  };

  it("takes back what a second opinion finds, and asks people to look", async () => {
    const [ann, ben] = await sitDown("post", flagging);
    const { id } = (await ben.say(vile)) as { id: string };
    await ann.hears("chat", (line) => line.id === id);
    assert.deepEqual(await ann.hears("chat_removed"), { id, reason: "harassment" });
    assert.deepEqual(await ann.ask("history"), []);
    const review = await soonQueued("flag");
    assert.deepEqual([review.text, review.rule, review.message], [vile, "opinion:harassment", id]);
    assert.deepEqual(ben.all("strike"), []);
  });

  it("shows nothing before a second opinion has been heard, where that is wanted", async () => {
    const [ann, ben] = await sitDown("pre", flagging);
    assert.equal(await refusalOf(ben.say(vile)), "blocked");
    await ben.say("what a nice evening");
    await ann.hears("chat", ({ text }) => text === "what a nice evening");
    assert(!JSON.stringify(ann.heard).includes("green lamp"));
    assert.equal((await soonQueued("flag")).text, vile);
    assert.deepEqual(ben.all("strike"), []);
    assert(!JSON.stringify(server?.requests.map(({ body }) => body)).includes("Ben"));
  });

  it("keeps to the local verdict when nobody answers in time, or the server fails", async () => {
    for (const broken of [silence, failure(500, { message: "no" })]) {
      const [ann, ben] = await sitDown("pre", broken);
      const asked = performance.now();
      await ben.say(vile);
      assert(performance.now() - asked < 3000);
      await ann.hears("chat", ({ text }) => text === vile);
      assert.equal(await refusalOf(ann.say("you are an idiot")), "blocked");
      await app?.close();
      await server?.close();
    }
  });

  it("has people look at what the learned signal finds, and shows it all the same", async () => {
    const [ann, ben] = await sitDown("off", silence);
    const services = app?.services as unknown as { signal: { score: (text: string) => number; threshold: number } };
    const text = "nobody here wants you, you disgusting pathetic waste of space";
    assert(services.signal.score(text) >= services.signal.threshold, "the example is none any more");
    assert(services.signal.score("what a nice evening") < services.signal.threshold);
    Object.assign(services, {
      judge: (line: string) => ({
        action: "allow",
        tier: 0,
        category: "",
        rule: "",
        score: 0,
        shown: line,
        spans: [],
        view: "",
        span: undefined,
      }),
    });
    await ben.say(text);
    await ann.hears("chat", (line) => line.text === text);
    const review = await soonQueued("flag");
    assert.deepEqual([review.rule, review.text], ["signal", text]);
    assert.deepEqual(ben.all("strike"), []);
  });
});
