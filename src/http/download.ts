/**
 * A file for who has asked for it, kept by nobody on the way; `disposition` as RFC 6266 has it. One without a byte is
 * answered without a body: the router never ends an answer whose body is there and empty (better-call 1.3.3).
 */
export const download = (
  body: string | Uint8Array,
  type: string,
  disposition: string,
  more: Readonly<Record<string, string>> = {},
): Response =>
  new Response(body.length === 0 ? null : (body as string | Uint8Array<ArrayBuffer>), {
    headers: {
      "content-type": type,
      "content-disposition": disposition,
      "cache-control": "private, no-store",
      ...more,
    },
  });
