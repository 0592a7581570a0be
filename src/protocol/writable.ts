/**
 * Whether every text in a value is one that can be written down and shown: without NUL, which PostgreSQL takes nowhere,
 * and without halves of surrogate pairs, which its JSON does not take. Bounded by the size of the value, at any depth.
 */
export const isWritable = (value: unknown): boolean => {
  if (typeof value === "string") return isWritableText(value);
  if (typeof value !== "object" || value === null) return true;
  const left: object[] = [value];
  for (let part = left.pop(); part !== undefined; part = left.pop()) {
    for (const [key, inner] of Object.entries(part) as [string, unknown][]) {
      if (!isWritableText(key)) return false;
      if (typeof inner === "string" && !isWritableText(inner)) return false;
      if (typeof inner === "object" && inner !== null) left.push(inner);
    }
  }
  return true;
};

const isWritableText = (text: string): boolean => !text.includes("\0") && text.isWellFormed();
