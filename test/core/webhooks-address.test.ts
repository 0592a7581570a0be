import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { isPublicAddress, readTarget, type Resolve } from "../../src/webhooks/address.ts";
import { senderOf } from "../../src/webhooks/send.ts";
import { type Receiver, startReceiver } from "../support/receiver.ts";

const insides = [
  "http://127.0.0.1/",
  "http://127.1/",
  "http://2130706433/",
  "http://0x7f000001/",
  "http://0x7f.0.0.1/",
  "http://0177.0.0.1/",
  "http://017700000001/",
  "http://127.0.0.1./",
  "http://①②⑦.⓪.⓪.①/",
  "http://%31%32%37.0.0.1/",
  "http://0.0.0.0/",
  "http://0/",
  "http://10.1.2.3/",
  "http://172.16.0.1/",
  "http://192.168.1.1/",
  "http://100.64.0.1/",
  "http://100.100.100.200/latest/meta-data/",
  "http://169.254.169.254/latest/meta-data/",
  "http://0xa9fea9fe/",
  "http://168.63.129.16/",
  "http://198.18.0.1/",
  "http://224.0.0.1/",
  "http://255.255.255.255/",
  "http://[::1]/",
  "http://[::]/",
  "http://[::ffff:127.0.0.1]/",
  "http://[::ffff:7f00:1]/",
  "http://[::127.0.0.1]/",
  "http://[64:ff9b::7f00:1]/",
  "http://[64:ff9b:1::7f00:1]/",
  "http://[2002:7f00:1::]/",
  "http://[fe80::1]/",
  "http://[fe80::1%25eth0]/",
  "http://[fe80::1%eth0]/",
  "http://[fec0::1]/",
  "http://[fc00::1]/",
  "http://[fd00:ec2::254]/",
  "http://[2001:db8::1]/",
  "http://[ff02::1]/",
];
const wrong = [
  "ftp://example.com/",
  "file:///etc/passwd",
  "gopher://127.0.0.1:6379/_FLUSHALL",
  "javascript:alert(1)",
  "http://user@example.com/",
  "http://user:pass@example.com/",
  "http://:pass@127.0.0.1/",
  "//example.com/",
  "example.com",
  "http://",
  "",
  `http://example.com/${"x".repeat(3000)}`,
];

const message = (url: string) => ({ url, headers: {}, body: "{}" });

describe("a webhook's address", () => {
  let receiver: Receiver;
  beforeEach(async () => {
    receiver = await startReceiver();
  });
  afterEach(() => receiver.close());

  it("may be anywhere public, on any port", () => {
    for (const url of [
      "https://example.com/x?y=1",
      "http://8.8.8.8:81/",
      "http://[2606:4700::1111]:8443/",
      "http://localhost.example/",
    ])
      assert(readTarget(url, false) instanceof URL, url);
  });

  for (const url of [...insides, ...wrong]) {
    it(`is not ${url.slice(0, 60)}`, async () => {
      assert.equal(typeof readTarget(url, false), "string");
      assert("error" in (await senderOf({ allowPrivate: false, timeoutMs: 1000 })(message(url))));
    });
  }

  it("is not inside where the operator allows it, but still http and without credentials", () => {
    assert(readTarget("http://127.0.0.1:8080/", true) instanceof URL);
    for (const url of wrong) assert.equal(typeof readTarget(url, true), "string", url);
  });

  it("is not a name that stands for a private address, alone or beside a public one, at any time", async () => {
    const answers = [["127.0.0.1"], ["93.184.216.34", "127.0.0.1"], ["::ffff:127.0.0.1"], ["fe80::1%lo"], ["10.0.0.1"]];
    let asked = 0;
    const resolve: Resolve = (_name, _options, callback) => {
      const addresses = answers[asked++ % answers.length] ?? [];
      callback(
        null,
        addresses.map((address) => ({ address, family: address.includes(":") ? 6 : 4 })),
      );
    };
    const send = senderOf({ allowPrivate: false, timeoutMs: 1000, resolve });
    for (const _ of answers)
      assert.deepEqual(await send(message(`http://rebound.example:${receiver.port}/`)), {
        error: "address_not_public",
      });
    assert.equal(asked, answers.length, "every connection asks for itself");
    assert.deepEqual(await senderOf({ allowPrivate: false })(message(`http://localhost:${receiver.port}/`)), {
      error: "address_not_public",
    });
    assert.deepEqual(receiver.received, []);
  });

  it("is where the name was resolved to, and not looked up again", async () => {
    const resolve: Resolve = (_name, options, callback) => {
      assert.equal(options.all, true);
      callback(null, [{ address: "127.0.0.1", family: 4 }]);
    };
    const send = senderOf({ allowPrivate: true, resolve });
    assert.deepEqual(await send(message(`http://anything.example:${receiver.port}/`)), { status: 204 });
    assert.equal(receiver.received[0]?.headers["host"], `anything.example:${receiver.port}`);
  });

  it("is not left by a redirect", async () => {
    const inside = await startReceiver();
    try {
      receiver.answer = () => ({ redirect: inside.url });
      assert.deepEqual(await senderOf({ allowPrivate: true })(message(receiver.url)), { status: 302 });
      assert.deepEqual([receiver.received.length, inside.received.length], [1, 0]);
    } finally {
      await inside.close();
    }
  });

  it("is given up when its name is not resolved, or it does not answer, in time", async () => {
    const send = senderOf({ allowPrivate: false, timeoutMs: 30, resolve: () => {} });
    assert.deepEqual(await send(message("http://slow.example/")), { error: "timeout" });
    receiver.answer = () => "silence";
    assert.deepEqual(await senderOf({ allowPrivate: true, timeoutMs: 100 })(message(receiver.url)), {
      error: "timeout",
    });
  });

  it("is gone to directly, whatever proxy the environment names", async () => {
    const proxy = await startReceiver();
    try {
      const module = fileURLToPath(new URL("../../src/webhooks/send.ts", import.meta.url));
      const script = `
        const { senderOf } = await import(${JSON.stringify(module)});
        const outcome = await senderOf({ allowPrivate: true })({ url: ${JSON.stringify(receiver.url)}, headers: {}, body: "{}" });
        console.log(JSON.stringify(outcome));`;
      const env = {
        ...process.env,
        NODE_USE_ENV_PROXY: "1",
        HTTP_PROXY: proxy.url,
        http_proxy: proxy.url,
        NO_PROXY: "",
        no_proxy: "",
      };
      const { stdout } = await promisify(execFile)(process.execPath, ["--input-type=module", "-e", script], { env });
      assert.deepEqual(JSON.parse(stdout), { status: 204 });
      assert.deepEqual([receiver.received.length, proxy.received.length], [1, 0]);
    } finally {
      await proxy.close();
    }
  });

  it("is judged by its number alone", () => {
    assert(isPublicAddress("1.1.1.1") && isPublicAddress("2606:4700:4700::1111"));
    for (const address of ["", "example.com", "::ffff:8.8.8.8", "2606:4700::1%eth0", "64:ff9b::808:808"])
      assert(!isPublicAddress(address), address);
  });
});
