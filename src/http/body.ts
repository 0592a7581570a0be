import type { IncomingMessage } from "node:http";
import { isWritable } from "../database/texts.ts";
import { ApiError } from "./errors.ts";

/** No request is larger, but for uploads. */
const mostBytes = 32 * 1024;

/** Whether a request's body may be large, and is left to its route to read. */
export const isUpload = (method: string | undefined, path: string): boolean =>
  (method === "POST" && (path === "/api/packs" || path === "/api/packs/import" || path === "/api/transcribe")) ||
  (method === "PATCH" && /^\/api\/packs\/[^/]+$/.test(path));

/** Reads a JSON body of bounded size; undefined when there is none. */
export const readJson = async (request: IncomingMessage): Promise<unknown> => {
  const announced = Number(request.headers["content-length"] ?? 0);
  if (!(announced <= mostBytes)) throw new ApiError("too_long");
  const bytes = await allOf(request);
  if (bytes.byteLength === 0) return undefined;
  const value = parseJson(bytes, request.headers["content-type"]);
  if (!isWritable(value)) throw new ApiError("malformed", unwritableIn(value));
  return value;
};

/** The fields whose text can't be stored. A file's texts are tidied by who reads it; nobody types any of these. */
const unwritableIn = (value: unknown): Readonly<Record<string, string>> => {
  const fields = Object.entries(Object(value) as object).filter(([, inner]) => !isWritable(inner));
  const names = fields.map(([name]) => name).filter(isWritable);
  return Object.fromEntries((names.length > 0 ? names : ["body"]).map((name) => [name, "can't be stored"]));
};

const allOf = async (request: IncomingMessage): Promise<Buffer> => {
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of request as AsyncIterable<Buffer>) {
      size += chunk.byteLength;
      if (size > mostBytes) throw new ApiError("too_long");
      chunks.push(chunk);
    }
  } catch (error) {
    // Whoever sent it has gone, or was too slow: nothing that an operator could mend.
    throw error instanceof ApiError ? error : new ApiError("malformed", { body: "was cut off" });
  }
  return Buffer.concat(chunks);
};

/** Values, of every depth, in the largest body that means anything. */
const mostValues = 50_000;

/** The value of a large JSON body. Millions of values would hold up everybody else, and so would what is wrong with each. */
export const parseLargeJson = (bytes: Buffer, type: string | null | undefined): unknown => {
  if (!holdsAtMost(bytes, mostValues)) throw new ApiError("malformed", { body: "holds too many values" });
  return parseJson(bytes, type);
};

const [quote, backslash, comma, bracket, brace] = Buffer.from('"\\,[{');

const holdsAtMost = (json: Buffer, most: number): boolean => {
  let inText = false;
  let count = 0;
  for (let at = 0; at < json.length; at++) {
    const byte = json[at];
    if (byte === quote) inText = !inText;
    else if (inText && byte === backslash) at++;
    else if (!inText && (byte === comma || byte === bracket || byte === brace) && ++count > most) return false;
  }
  return true;
};

/** The value of a JSON body; throws `malformed`. */
const parseJson = (bytes: Buffer, type: string | null | undefined): unknown => {
  if (!/^application\/json\b/i.test(type ?? ""))
    throw new ApiError("malformed", { body: "must be application/json" }, 415);
  try {
    return JSON.parse(bytes.toString("utf8")) as unknown;
  } catch {
    throw new ApiError("malformed", { body: "is not JSON" });
  }
};
