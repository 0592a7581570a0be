import { sha256 } from "../../../src/core/sha256.ts";

/** SHA-256 by the browser itself; it has none for pages that don't come over HTTPS, as in a home network. */
export const hash = async (text: string): Promise<string> => {
  const { subtle } = globalThis.crypto as Partial<Crypto>;
  if (subtle === undefined) return sha256(text);
  const bytes = new Uint8Array(await subtle.digest("SHA-256", new TextEncoder().encode(text)));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
};
