/** A body that is longer than any that we asked for. */
export class TooLong extends Error {
  override readonly name = "TooLong";
}

/** What an answer may have, in bytes; a stream says little in many. */
const mostBytes = 1_000_000;
const mostStreamBytes = 4_000_000;

/**
 * Fetches as from a stranger: a body is cut where it gets too long, and a redirect is not followed, as that would
 * take what people wrote, and perhaps the key, to a server that nobody has named.
 */
export const boundedFetch = async (input: string | URL | Request, init?: RequestInit): Promise<Response> => {
  const response = await fetch(input, { ...init, redirect: "manual" });
  if (response.body === null) return response;
  const isStream = response.headers.get("content-type")?.includes("text/event-stream") === true;
  const { status, statusText, headers } = response;
  const body = response.body.pipeThrough(cutAfter(isStream ? mostStreamBytes : mostBytes));
  return new Response(body, { status, statusText, headers });
};

const cutAfter = (most: number): TransformStream<Uint8Array, Uint8Array> => {
  let bytes = 0;
  return new TransformStream({
    transform: (chunk, controller) => {
      bytes += chunk.byteLength;
      if (bytes > most) controller.error(new TooLong("the answer is too long"));
      else controller.enqueue(chunk);
    },
  });
};
