import { caller } from "./caller.ts";
import { addressHeader } from "./context.ts";
import { ApiError } from "./errors.ts";

/** What an endpoint with `disableBody` is given. */
type UploadRequest = { readonly request?: Request | undefined; readonly headers?: Headers | undefined };

export type Uploads = {
  /** Does a route's work, which may refuse before it has read what is sent, without leaving the sender stuck. */
  readonly within: <T>(request: UploadRequest, work: () => Promise<T>) => Promise<T>;
  /** Reads a body of at most `most` bytes and uses it; throws `too_long`, or `too_fast` while there is no room. */
  readonly receive: <T>(request: UploadRequest, most: number, use: (bytes: Buffer) => Promise<T>) => Promise<T>;
};

/** Larger ones are counted: so many at once, so that no more than a few megabytes are held, and few from one address. */
const smallBytes = 256 * 1024;
const atOnce = 4;
const atOnceFromOne = 2;

/** A slow line gets its time, and must bring so much in every spell. */
const pace = { wholeMs: 120_000, spellMs: 5000, leastBytes: 32 * 1024 };

/** Takes in large bodies for routes that know who sends them. */
export const uploadsOf = ({ wholeMs, spellMs, leastBytes }: typeof pace = pace): Uploads => {
  const senders: string[] = [];

  const take = (from: string): void => {
    const full = senders.length >= atOnce || senders.filter((one) => one === from).length >= atOnceFromOne;
    if (full) throw new ApiError("too_fast", undefined, 503);
    senders.push(from);
  };

  return {
    within: async ({ request }, work) => {
      try {
        return await work();
      } catch (error) {
        caller().giveTime(spellMs);
        void discard(request?.body);
        throw error;
      }
    },
    receive: async ({ request, headers }, most, use) => {
      const announced = Number(headers?.get("content-length") ?? Number.NaN);
      if (announced > most) throw new ApiError("too_long");
      const isSmall = announced <= smallBytes;
      const from = headers?.get(addressHeader) ?? "";
      if (!isSmall) take(from);
      try {
        caller().giveTime(wholeMs);
        return await use(await bytesOf(request?.body, most, spellMs, leastBytes));
      } finally {
        if (!isSmall) senders.splice(senders.indexOf(from), 1);
      }
    },
  };
};

const bytesOf = async (
  body: ReadableStream<Uint8Array> | null | undefined,
  most: number,
  spellMs: number,
  leastBytes: number,
): Promise<Buffer> => {
  if (!body) return Buffer.alloc(0);
  const reader = body.getReader();
  const chunks: Uint8Array[] = [];
  let size = 0;
  let before = 0;
  let tooSlow = false;
  const watch = setInterval(() => {
    tooSlow = size - before < leastBytes;
    before = size;
    // This closes the connection.
    if (tooSlow) reader.cancel().catch(() => {});
  }, spellMs);
  try {
    for (;;) {
      const { done, value } = await reader.read().catch(cutOff);
      if (tooSlow) return cutOff();
      if (done) return Buffer.concat(chunks);
      size += value.byteLength;
      if (size > most) throw new ApiError("too_long");
      chunks.push(value);
    }
  } finally {
    clearInterval(watch);
    reader.releaseLock();
  }
};

const cutOff = (): never => {
  throw new ApiError("malformed", { body: "was cut off" });
};

const discard = async (body: ReadableStream<Uint8Array> | null | undefined): Promise<void> => {
  if (!body || body.locked) return;
  const reader = body.getReader();
  try {
    while (!(await reader.read()).done);
  } catch {
    // The sender has gone.
  }
};
