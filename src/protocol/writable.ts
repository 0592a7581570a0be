/**
 * Whether every text in a value, keys too, is one that can be written down and shown: without NUL, which PostgreSQL
 * takes nowhere, and without halves of surrogate pairs, which its JSON does not take. What has more parts than anything
 * a client may send is not: a value that holds itself has no end of them.
 */
export const isWritable = (value: unknown): boolean => {
  if (typeof value === "string") return isWritableText(value);
  if (typeof value !== "object" || value === null) return true;
  const left: object[] = [value];
  let parts = 0;
  for (let part = left.pop(); part !== undefined; part = left.pop()) {
    for (const [key, inner] of Object.entries(part) as [string, unknown][]) {
      if (++parts > mostParts || !isWritableText(key)) return false;
      if (typeof inner === "string" && !isWritableText(inner)) return false;
      if (typeof inner === "object" && inner !== null) left.push(inner);
    }
  }
  return true;
};

/** Twice as many as 32 KB of JSON can hold. */
const mostParts = 32_768;

const isWritableText = (text: string): boolean => !text.includes("\0") && text.isWellFormed();
