import { Busboy, type BusboyInstance } from "@fastify/busboy";
import { ApiError } from "./errors.ts";

/** A file as a form sends it; `name` is what the sender calls it, without a path, and may be "". */
export type SentFile = { readonly bytes: Buffer; readonly name: string };

const limits = { files: 1, fields: 4, parts: 6, fieldSize: 1024, headerPairs: 20, headerSize: 8 * 1024 };

/** All of the form is at hand, so that a parser which is not done by then hangs. */
const parseMs = 5000;

/** The file that a form of `multipart/form-data` has in its field `file`, of at most `most` bytes. */
export const fileOf = (form: Buffer, type: string | null | undefined, most: number): Promise<SentFile> =>
  new Promise((resolve, reject) => {
    const parser = parserFor(type, most);
    const refuse = (error: ApiError): void => {
      clearTimeout(timer);
      reject(error);
      parser.removeAllListeners();
      parser.on("error", () => {});
    };
    const malformed = (why: string) => () => refuse(new ApiError("malformed", { file: why }));
    const timer = setTimeout(malformed("is not readable as a form"), parseMs);
    let found: SentFile | undefined;
    parser.on("file", (field, stream, name) => {
      const chunks: Buffer[] = [];
      stream.on("error", () => {});
      stream.on("limit", () => refuse(new ApiError("too_long")));
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      if (field === "file") stream.on("end", () => (found = { bytes: Buffer.concat(chunks), name: name ?? "" }));
    });
    for (const event of ["filesLimit", "fieldsLimit", "partsLimit"] as const)
      parser.on(event, malformed("is not the only one"));
    parser.on("error", malformed("is not readable as a form"));
    parser.on("finish", () => {
      clearTimeout(timer);
      if (found === undefined) malformed("is missing")();
      else resolve(found);
    });
    parser.end(form);
  });

const parserFor = (type: string | null | undefined, most: number): BusboyInstance => {
  const wrong = (why: string) => new ApiError("malformed", { body: why }, 415);
  if (!/^multipart\/form-data\b/i.test(type ?? "")) throw wrong("must be multipart/form-data");
  try {
    return new Busboy({
      headers: { "content-type": type ?? "" },
      limits: { ...limits, fileSize: most },
      // A field of that name is the file even when it has no name of its own.
      isPartAFile: (field, _type, name) => field === "file" || name !== undefined,
    });
  } catch {
    throw wrong("must be multipart/form-data with a boundary");
  }
};
