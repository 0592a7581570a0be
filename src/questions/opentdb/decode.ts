import { decodeHTMLStrict } from "entities";

/** How Open Trivia DB writes its texts; `html` is what it does unless told otherwise. */
export type Encoding = "html" | "urlLegacy" | "url3986" | "base64";

/** The text that an encoding stands for; undefined when it stands for none. The same for all encodings. */
export const decode = (encoded: string, encoding: Encoding): string | undefined => {
  const written = unwrapped(encoded, encoding);
  // Some texts were stored with entities in them, so they come with these in every encoding.
  const text = written === undefined ? undefined : cleaned(decodeHTMLStrict(written));
  return text === undefined || text.includes("\u{fffd}") ? undefined : text;
};

const unwrapped = (encoded: string, encoding: Encoding): string | undefined => {
  switch (encoding) {
    case "html":
      return decodeHTMLStrict(encoded);
    case "urlLegacy":
      return percentDecoded(encoded.replaceAll("+", " "));
    case "url3986":
      return percentDecoded(encoded);
    case "base64":
      return base64Decoded(encoded);
  }
};

const percentDecoded = (encoded: string): string | undefined => {
  try {
    return decodeURIComponent(encoded);
  } catch {
    return undefined;
  }
};

const base64 = /^[A-Za-z\d+/]*={0,2}$/;
const utf8 = new TextDecoder("utf-8", { fatal: true });

const base64Decoded = (encoded: string): string | undefined => {
  if (!base64.test(encoded)) return undefined;
  try {
    return utf8.decode(Buffer.from(encoded, "base64"));
  } catch {
    return undefined;
  }
};

/** Without what can't be seen (soft hyphens, marks of direction), on one line, accents and letters put together. */
const cleaned = (text: string): string =>
  text
    .replace(/\p{Cf}+/gu, "")
    .replace(/[\p{Cc}\s]+/gu, " ")
    .normalize("NFC")
    .trim();
