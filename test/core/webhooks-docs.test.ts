import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { Webhook } from "standardwebhooks";
import { webhookTypes } from "../../src/webhooks/events.ts";
import { newSecret, signedHeaders } from "../../src/webhooks/signature.ts";

type Receive = (headers: Readonly<Record<string, string | undefined>>, text: string, now?: number) => unknown;

const secret = newSecret();
const now = 1_800_000_000_000;
const body = JSON.stringify({ type: "game.completed", seq: 7 });
const day = 24 * 60 * 60 * 1000;

describe("docs/webhooks.md", () => {
  let text: string;
  let loads = 0;
  /** The example, as a receiver would run it; each has seen nothing yet. */
  const example = async (): Promise<Receive> => {
    const source = /```js\n(.*?)```/su.exec(text)?.[1] ?? "";
    process.env["WEBHOOK_SECRET"] = secret;
    const url = `data:text/javascript,${encodeURIComponent(source)}#${++loads}`;
    return ((await import(url)) as { receive: Receive }).receive;
  };
  before(async () => {
    text = await readFile(new URL("../../docs/webhooks.md", import.meta.url), "utf8");
  });
  after(() => {
    delete process.env["WEBHOOK_SECRET"];
  });

  it("names every type", () => {
    for (const type of webhookTypes) assert(text.includes(`\`${type}\``), type);
  });

  it("has an example that believes what Parlor sends, once, and for a day", async () => {
    const receive = await example();
    const headers = signedHeaders(secret, "msg_1", now, body);
    assert.deepEqual(receive(headers, body, now), JSON.parse(body));
    assert.equal(receive(headers, body, now + 1000), undefined);
    const again = now + day - 1000;
    assert.equal(receive(signedHeaders(secret, "msg_1", again, body), body, again), undefined);
    const other = { ...headers, ...signedHeaders(secret, "msg_2", now, body) };
    const rotated = { ...other, "webhook-signature": `v1,AAAA v2,x ${other["webhook-signature"]}` };
    assert.deepEqual(receive(rotated, body, now), JSON.parse(body));
  });

  it("has an example that believes nothing else", async () => {
    const receive = await example();
    const good = signedHeaders(secret, "msg_1", now, body);
    const signature = good["webhook-signature"];
    const signed = (changes: Partial<Record<keyof typeof good, string | undefined>>, sent = body, at = now) =>
      [{ ...good, ...changes }, sent, at] as const;
    const forged: readonly (readonly [Readonly<Record<string, string | undefined>>, string, number])[] = [
      signed({}, `${body} `),
      signed({}, ""),
      signed({}, body.replace("7", "8")),
      signed({ "webhook-id": "msg_2" }),
      signed({ "webhook-id": undefined }),
      signed({ "webhook-timestamp": String(now / 1000 + 1) }),
      signed({ "webhook-timestamp": undefined }),
      signed({ "webhook-timestamp": "" }),
      signed({ "webhook-timestamp": "NaN" }),
      signed({ "webhook-timestamp": "Infinity" }),
      signed({ "webhook-signature": undefined }),
      signed({ "webhook-signature": "" }),
      signed({ "webhook-signature": "v1," }),
      signed({ "webhook-signature": "v1" }),
      signed({ "webhook-signature": signature.slice(0, -8) }),
      signed({ "webhook-signature": signature.replace("v1,", "v2,") }),
      signed({ "webhook-signature": signature.replace("v1,", "") }),
      signed({ "webhook-signature": signature.replace("v1,", "v1,AAAA") }),
      signed(signedHeaders(newSecret(), "msg_1", now, body)),
      signed({}, body, now + 301_000),
      signed({}, body, now - 301_000),
      signed(signedHeaders(secret, "msg_1", now - day, body)),
    ];
    for (const [headers, sent, at] of forged) assert.throws(() => receive(headers, sent, at), Error);
    assert.deepEqual(receive(good, body, now), JSON.parse(body), "what was forged is not remembered");
  });

  it("is right that the libraries of Standard Webhooks will do", () => {
    const webhook = new Webhook(secret);
    const at = Date.now();
    assert.deepEqual(webhook.verify(body, signedHeaders(secret, "msg_1", at, body)), JSON.parse(body));
    assert.throws(() => webhook.verify(`${body} `, signedHeaders(secret, "msg_1", at, body)));
  });
});
