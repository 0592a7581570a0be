import { Protocol } from "@colyseus/core";
import * as fc from "fast-check";
import { pack } from "msgpackr";
import { messages, reactions } from "../../src/protocol/messages.ts";
import { messageFrame, requestFrame } from "./frames.ts";

const types = Object.keys(messages);
const inherited = [
  "__proto__",
  "constructor",
  "prototype",
  "toString",
  "valueOf",
  "hasOwnProperty",
  "__defineGetter__",
];
const type = fc.constantFrom(...types);
const name = fc.oneof(
  fc.constantFrom(...inherited),
  fc.string({ maxLength: 12 }),
  fc.constantFrom("Chat", "answer ", "chat\0"),
);

/** An object with an own property of a name that objects have by themselves. */
const poisoned = (key: string, value: unknown): object =>
  Object.defineProperty({}, key, { value, enumerable: true, configurable: true, writable: true });

const deep = (levels: number): Buffer => Buffer.concat([Buffer.alloc(levels, 0x91), Buffer.from([0xc0])]);
const mapsDeep = (levels: number): Buffer =>
  Buffer.concat([...Array.from({ length: levels }, () => Buffer.from([0x81, 0xa1, 0x61])), Buffer.from([0xc0])]);

/** Payloads that announce more than they hold, or types that nobody sends. */
const bombs = [
  [0xdd, 0xff, 0xff, 0xff, 0xff],
  [0xdf, 0xff, 0xff, 0xff, 0xff],
  [0xdb, 0xff, 0xff, 0xff, 0xff, 0x61],
  [0xc6, 0xff, 0xff, 0xff, 0xff, 0x61],
  [0xc9, 0xff, 0xff, 0xff, 0xff, 0x01],
  [0xd4, 0x72, 0x40, 0x91, 0xa1, 0x61],
  [0xd6, 0xff, 0x00, 0x00, 0x00, 0x00],
  [0xc1],
].map((bytes) => Buffer.from(bytes));

const value = fc.oneof(
  fc.anything({ maxDepth: 2, withBigInt: false }).filter((one) => typeof one !== "symbol"),
  fc.tuple(fc.constantFrom(...inherited), fc.anything({ maxDepth: 1 })).map(([key, inner]) => poisoned(key, inner)),
  fc.integer({ min: 1, max: 14_000 }).map((length) => ({ text: "x".repeat(length) })),
  fc.constantFrom(NaN, Infinity, -0, 2 ** 53, "", null, undefined, new Date(0), new Map([["a", 1]]), [[[[]]]]),
);

const packed = (payload: unknown): Buffer => {
  try {
    return pack(payload);
  } catch {
    return Buffer.from([0xc0]);
  }
};

const withBytes = (head: Buffer, payload: Buffer): Buffer => Buffer.concat([head, payload]);
const id = fc.oneof(fc.constantFrom(...inherited, "x", "bot-muse"), fc.string({ minLength: 1, maxLength: 64 }));

/** Messages of the right shape which it is not for this sender to send, or not now. */
const misplaced = (question: string) =>
  fc.oneof(
    fc.constantFrom("pause", "resume", "skip", "stop").map((control) => [control, {}] as const),
    id.map((player) => ["kick", { player, ban: true }] as const),
    id.map((player) => ["mute", { player, minutes: 1 }] as const),
    id.map((player) => ["transfer", { player }] as const),
    fc.constantFrom(["start", {}], ["settings", { locked: true }], ["bots", { count: 50 }], ["bots", { remove: "x" }]),
    fc.integer({ min: 0, max: 99 }).map((choice) => ["answer", { question, choice }] as const),
    id.map((other) => ["answer", { question: other, choice: 0 }] as const),
    id.map((offer) => ["offer", { id: offer, accept: true }] as const),
    id.map((message) => ["report", { message, reason: "because" }] as const),
    fc
      .constantFrom("trivia space", "/yes", "/help", "/score", "hello", "x".repeat(501), "/__proto__")
      .map((text) => ["chat", { text }] as const),
    fc.constantFrom(...reactions).map((emoji) => ["react", { emoji }] as const),
    fc.constantFrom(["typing", { on: true }], ["time", {}], ["history", { before: "__proto__" }]),
  );

const mutated = (frames: fc.Arbitrary<Buffer>) =>
  fc.tuple(frames, fc.nat(), fc.nat(255), fc.constantFrom("flip", "cut", "insert")).map(([frame, at, byte, how]) => {
    const place = frame.length === 0 ? 0 : at % frame.length;
    if (how === "cut") return frame.subarray(0, place);
    const tail = frame.subarray(how === "flip" ? place + 1 : place);
    return Buffer.concat([frame.subarray(0, place), Buffer.from([byte]), tail]);
  });

/** Frames nobody honest sends to a lobby whose open question is this one, by what they are. */
export const hostile = (question: string) => {
  const shaped = fc
    .tuple(misplaced(question), fc.nat(1000))
    .map(([[kind, payload], request]) =>
      request % 2 === 0 ? messageFrame(kind as string, payload) : requestFrame(request, kind as string, payload),
    );
  const wrong = fc.tuple(type, value).map(([kind, payload]) => withBytes(messageFrame(kind), packed(payload)));
  const unknown = fc.tuple(name, value).map(([kind, payload]) => withBytes(requestFrame(1, kind), packed(payload)));
  return {
    misplaced: shaped,
    wrong,
    unknown,
    mutated: mutated(fc.oneof(shaped, wrong)),
    random: fc.uint8Array({ maxLength: 200 }).map((bytes) => Buffer.from(bytes)),
    bombs: fc
      .tuple(type, fc.constantFrom(...bombs, deep(10_000), mapsDeep(4000)))
      .map(([kind, bomb]) => withBytes(messageFrame(kind), bomb)),
    protocol: fc.tuple(fc.nat(31), fc.uint8Array({ maxLength: 20 })).map(([code, rest]) =>
      // A LEAVE would end the connection too soon to be of use.
      withBytes(Buffer.from([code === Protocol.LEAVE_ROOM ? Protocol.JOIN_ROOM : code]), Buffer.from(rest)),
    ),
    oversized: fc
      .integer({ min: 16_000, max: 40_000 })
      .map((length) => messageFrame("chat", { text: "x".repeat(length) })),
  } as const;
};
