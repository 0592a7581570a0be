import assert from "node:assert/strict";
import { mock } from "node:test";
import { secondsOf } from "../../src/speech/recording.ts";
import { type Hearing, type Listening, TalkError } from "../../web/src/voice/recogniser.ts";
import { Talk } from "../../web/src/voice/talk.ts";
import { faultWords } from "../../web/src/voice/talk-words.ts";
import { silence } from "../support/speech-server.ts";

/** Somebody who listens as a test says. */
class Listener {
  options: Listening | undefined;
  finished = 0;
  cancelled = 0;
  readonly said = Promise.withResolvers<readonly string[]>();

  readonly listen = (options: Listening): Hearing => {
    this.options = options;
    return { heard: this.said.promise, finish: () => this.finished++, cancel: () => this.cancelled++ };
  };
}

const settle = () => new Promise((resolve) => setImmediate(resolve));

describe("push to talk", () => {
  let listener: Listener;
  let heard: (readonly string[])[];
  let listening: boolean[];
  let talk: Talk;

  beforeEach(() => {
    listener = new Listener();
    heard = [];
    listening = [];
    talk = new Talk({
      recogniser: (options) => listener.listen(options),
      language: () => "de",
      onHeard: (said) => heard.push(said),
      onListening: (on) => listening.push(on),
    });
  });

  it("listens while it is held", async () => {
    talk.press(0);
    assert.equal(talk.state.value.at, "opening");
    listener.options?.onOpen();
    listener.options?.onPartial("the sec");
    assert.deepEqual(talk.state.value, { at: "listening", partial: "the sec" });
    talk.release(900);
    assert.deepEqual([talk.state.value.at, listener.finished, listening.at(-1)], ["thinking", 1, false]);
    listener.said.resolve(["the second"]);
    await settle();
    assert.deepEqual([heard, talk.state.value.at], [[["the second"]], "rest"]);
    assert.equal(listener.options?.language, "de");
  });

  it("listens from a short press to the next, for who can't hold", () => {
    talk.press(0);
    talk.release(120);
    assert.equal(talk.isBusy, true);
    talk.press(3000);
    assert.equal(listener.finished, 1);
  });

  it("listens to nobody for more than 15 s", () => {
    mock.timers.enable({ apis: ["setTimeout"] });
    try {
      talk.press(0);
      mock.timers.tick(14_999);
      assert.equal(listener.finished, 0);
      mock.timers.tick(1);
      assert.equal(listener.finished, 1);
    } finally {
      mock.timers.reset();
    }
  });

  it("forgets what was said once it does not matter", async () => {
    talk.press(0);
    talk.cancel();
    listener.said.resolve(["too late"]);
    await settle();
    assert.deepEqual([heard, listener.cancelled, talk.state.value.at], [[], 1, "rest"]);
  });

  it("says in words why nothing was understood, and can be pressed again", async () => {
    talk.press(0);
    listener.said.reject(new TalkError("refused"));
    await settle();
    assert.deepEqual(talk.state.value, { at: "fault", fault: "refused" });
    assert.match(faultWords("refused"), /microphone/i);
    listener = new Listener();
    talk.press(0);
    listener.said.reject(new Error("something else"));
    await settle();
    assert.deepEqual(talk.state.value, { at: "fault", fault: "failed" });
    assert.deepEqual(listening, [true, false, true, false]);
  });
});

describe("the length of a recording", () => {
  const seconds = (bytes: Buffer, type: string) => Math.round(secondsOf(new Uint8Array(bytes), type) * 10) / 10;
  const element = (id: readonly number[], size: readonly number[], ...content: Buffer[]) =>
    Buffer.concat([Buffer.from([...id, ...size]), ...content]);
  const unknownSize = [0x01, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff];

  it("is read from the marks of each kind", () => {
    assert.equal(seconds(silence(), "audio/wav"), 0.1);
    const page = Buffer.alloc(27);
    page.write("OggS", 0, "latin1");
    page.writeUInt32LE(48_000 * 4, 6);
    assert.equal(seconds(Buffer.concat([page, Buffer.alloc(100), page]), "audio/ogg"), 4);
    const block = (ms: number) => element([0xa3], [0x84], Buffer.from([0x81, ms >> 8, ms & 0xff, 0x80]));
    const cluster = (at: number) =>
      element(
        [0x1f, 0x43, 0xb6, 0x75],
        unknownSize,
        element([0xe7], [0x82], Buffer.from([at >> 8, at & 0xff])),
        block(20),
        block(2500),
      );
    const webm = element([0x18, 0x53, 0x80, 0x67], unknownSize, cluster(0), cluster(9000));
    assert.equal(seconds(webm, "audio/webm"), 11.5);
  });

  it("is taken from the size where marks are missing, or say less than can be", () => {
    assert.equal(seconds(Buffer.alloc(160_000), "audio/mp4"), 10);
    assert.equal(seconds(Buffer.alloc(160_000), "audio/webm"), 10);
    const lying = Buffer.concat([silence(), Buffer.alloc(2_000_000)]);
    lying.writeUInt32LE(4_000_000_000, 28);
    assert(seconds(lying, "audio/wav") > 30);
  });
});
