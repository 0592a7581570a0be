import assert from "node:assert/strict";
import fc from "fast-check";
import { Packr } from "msgpackr";
import { readFrame } from "../../rooms/frames.ts";
import { isWritable } from "../../src/database/texts.ts";
import { brokenFrame, messageFrame, requestFrame } from "../support/frames.ts";

const runs = 20_000;

const whole: fc.Arbitrary<Buffer> = fc
  .tuple(fc.constantFrom("answer", "chat", "start"), fc.jsonValue(), fc.option(fc.nat(5000), { nil: undefined }))
  .map(([type, payload, request]) =>
    request === undefined ? messageFrame(type, payload) : requestFrame(request, type, payload),
  );

/** A good frame of which some bytes were changed, and the end cut off or something put behind. */
const mutated = fc
  .tuple(
    fc.oneof(whole, fc.constant(brokenFrame("answer", 3))),
    fc.array(fc.tuple(fc.nat(), fc.nat(255)), { maxLength: 6 }),
    fc.nat(),
    fc.uint8Array({ maxLength: 20 }),
  )
  .map(([frame, changes, cut, tail]) => {
    const bytes = Buffer.from(frame);
    for (const [at, to] of changes) if (bytes.length > 0) bytes[at % bytes.length] = to;
    return Buffer.concat([bytes.subarray(0, cut % 3 === 0 ? cut % (bytes.length + 1) : bytes.length), tail]);
  });

/** A field of this name is left out on purpose when a frame is read. */
const ordinary = fc.jsonValue().filter((value) => !/"__proto__":|\\u0000|\\ud[89a-f]/.test(JSON.stringify(value)));

describe("a frame from a client", () => {
  it("is read or said to be broken, whatever its bytes, and never more than it holds", () => {
    fc.assert(
      fc.property(
        fc.oneof(
          { weight: 5, arbitrary: mutated },
          fc.uint8Array().map((bytes) => Buffer.from(bytes)),
        ),
        (bytes) => {
          const frame = readFrame(bytes);
          if (frame.kind !== "message") return;
          assert(typeof frame.type === "number" || /^[\x20-\x7e]{0,31}$/.test(frame.type));
        },
      ),
      { numRuns: runs },
    );
  });

  it("is read as it was written", () => {
    fc.assert(
      fc.property(fc.nat(5000), ordinary, (request, payload) => {
        const frame = readFrame(requestFrame(request, "answer", payload));
        assert(frame.kind === "message" && frame.type === "answer" && frame.request === request);
        assert.equal(JSON.stringify(frame.payload), JSON.stringify(payload));
      }),
    );
  });

  it("whose text no database takes is broken, wherever it stands, and says which request it was", () => {
    for (const bytes of [
      requestFrame(7, "chat", { text: "a\0b" }),
      requestFrame(7, "chat", { "\0": 1 }),
      requestFrame(7, "chat", [[{ deep: ["fine", "\0"] }]]),
      requestFrame(7, "chat", "\0"),
    ])
      assert.deepEqual(readFrame(bytes), { kind: "broken", request: 7 });
    // Half of a surrogate pair as bytes: three in a short text and in a long one.
    for (const length of [5, 31, 200]) {
      const half = [...Buffer.alloc(length - 3, "a"), 0xed, 0xa0, 0x80];
      const frame = readFrame(Buffer.concat([requestFrame(7, "chat"), Buffer.from([0xd9, length, ...half])]));
      assert.ok(frame.kind === "broken" || (frame.kind === "message" && (frame.payload as string).isWellFormed()));
    }
    assert.equal(readFrame(requestFrame(7, "chat", { text: "😀 \u2028 \t" })).kind, "message");
  });

  it("that refers to itself is broken, and has no end for nobody", () => {
    const endless: { list: unknown[]; self?: unknown } = { list: [] };
    endless.self = endless;
    endless.list.push(endless);
    const payload = new Packr({ structuredClone: true }).pack(endless);
    assert.deepEqual(readFrame(Buffer.concat([requestFrame(7, "chat"), payload])), { kind: "broken", request: 7 });
    assert.equal(isWritable(endless), false);
    assert.equal(isWritable({ list: Array.from({ length: 16_000 }, () => "fine") }), true);
  });

  it("that promises a list of four thousand million things costs nothing", () => {
    const bomb = Buffer.concat([messageFrame("answer"), Buffer.from([0xdd, 0xff, 0xff, 0xff, 0xff, 0x01])]);
    const before = process.memoryUsage().rss;
    for (let n = 0; n < 100; n++) assert.equal(readFrame(bomb).kind, "broken");
    assert(process.memoryUsage().rss - before < 64 * 2 ** 20);
  });
});
