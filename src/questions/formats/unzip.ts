import { buffer } from "node:stream/consumers";
import { Transform } from "node:stream";
import { type Entry, fromBufferPromise } from "yauzl";
import { decode } from "./decode.ts";
import { Unreadable } from "./pack.ts";

/** A workbook of the largest pack needs a third of it. */
const mostInflated = 16 * 1024 * 1024;
const mostEntries = 2000;

/** The files in a zip, each inflated when it is asked for; together no more than a limit, whatever they declare. */
export class Zip {
  readonly #zip: Awaited<ReturnType<typeof fromBufferPromise>>;
  readonly #entries: ReadonlyMap<string, Entry>;
  #inflated = 0;

  static async open(bytes: Uint8Array): Promise<Zip> {
    const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const zip = await broken(fromBufferPromise(file, { lazyEntries: true, autoClose: false }));
    if (zip.entryCount > mostEntries)
      throw new Unreadable(`a spreadsheet of more than ${mostEntries} parts is refused`);
    const entries = new Map<string, Entry>();
    await broken(
      (async () => {
        for await (const entry of zip.eachEntry()) entries.set(entry.fileName, entry);
      })(),
    );
    return new Zip(zip, entries);
  }

  private constructor(zip: Awaited<ReturnType<typeof fromBufferPromise>>, entries: ReadonlyMap<string, Entry>) {
    this.#zip = zip;
    this.#entries = entries;
  }

  /** The text of a file in it, undefined when there is none of that name. */
  async read(name: string): Promise<string | undefined> {
    const entry = this.#entries.get(name);
    if (entry === undefined) return undefined;
    if (entry.isEncrypted()) throw new Unreadable("a spreadsheet with a password is refused");
    const stream = await broken(this.#zip.openReadStreamPromise(entry));
    const counted = new Transform({ transform: (chunk: Buffer, _, done) => this.#count(chunk, done) });
    stream.on("error", (error) => counted.destroy(error));
    counted.on("close", () => stream.destroy());
    return decode(await broken(buffer(stream.pipe(counted))));
  }

  #count(chunk: Buffer, done: (error: Error | null, chunk?: Buffer) => void): void {
    this.#inflated += chunk.length;
    if (this.#inflated > mostInflated) done(new Unreadable("the spreadsheet is far too large once it is unpacked"));
    else done(null, chunk);
  }
}

/** Whatever a damaged archive throws is a fault of the file. */
const broken = async <T>(work: Promise<T>): Promise<T> => {
  try {
    return await work;
  } catch (error) {
    if (error instanceof Unreadable) throw error;
    throw new Unreadable("the spreadsheet is damaged: it can't be unpacked");
  }
};
