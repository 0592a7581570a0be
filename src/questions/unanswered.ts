/** No answer from somebody outside, or none that means something. The message tells neither addresses nor keys. */
export class Unanswered extends Error {
  override readonly name = "Unanswered";
  /** Of the answer; 0 when there was none. */
  readonly status: number;

  constructor(message: string, status = 0, options?: ErrorOptions) {
    super(message, options);
    this.status = status;
  }
}

/** Why a request failed, in a word. */
export const unanswered = (error: unknown): Unanswered =>
  error instanceof Unanswered ? error : new Unanswered(wordFor(error), 0, { cause: error });

const wordFor = (error: unknown): string => {
  if (!(error instanceof Error)) return "no connection";
  if (error.name === "TimeoutError" || error.name === "AbortError") return "no answer in time";
  const code = (error.cause as { readonly code?: unknown } | undefined)?.code;
  return typeof code === "string" ? code : "no connection";
};

const mostBytes = 1024 * 1024;

/** What an answer says, when it went well and is JSON; what it says otherwise is not read. */
export const jsonOf = async (response: Response): Promise<unknown> => {
  if (!response.ok) {
    await response.body?.cancel();
    throw new Unanswered(`status ${response.status}`, response.status);
  }
  const text = await textWithin(response, mostBytes);
  if (text === undefined) throw new Unanswered("an answer that does not end");
  try {
    return JSON.parse(text) as unknown;
  } catch {
    // In an outage many servers give a page for people, and say that all is well.
    throw new Unanswered("no JSON but something else", response.status);
  }
};

/** What an answer says, in UTF-8; undefined when it has more than `most` bytes, of which no more is read then. */
export const textWithin = async ({ body }: Response, most: number): Promise<string | undefined> => {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body ?? []) {
    size += chunk.byteLength;
    if (size > most) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
};
