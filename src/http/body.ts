import type { IncomingMessage } from "node:http";
import { ApiError } from "./errors.ts";

/** No request of ours is larger. */
const mostBytes = 32 * 1024;

/** Reads a JSON body of bounded size; undefined when there is none. */
export const readJson = async (request: IncomingMessage): Promise<unknown> => {
  const announced = Number(request.headers["content-length"] ?? 0);
  if (!(announced <= mostBytes)) throw new ApiError("too_long");
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.byteLength;
    if (size > mostBytes) throw new ApiError("too_long");
    chunks.push(chunk);
  }
  if (size === 0) return undefined;
  const type = request.headers["content-type"] ?? "";
  if (!/^application\/json\b/i.test(type)) throw new ApiError("malformed", { body: "must be application/json" }, 415);
  try {
    return JSON.parse(Buffer.concat(chunks).toString("utf8")) as unknown;
  } catch {
    throw new ApiError("malformed", { body: "is not JSON" });
  }
};
