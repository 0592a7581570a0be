import { basename } from "node:path/posix";

const mostLetters = 80;

const plain = (text: string): string =>
  text
    .toWellFormed()
    .normalize("NFC")
    .replace(/[\s\p{Cc}\p{Zl}\p{Zp}]+/gu, " ")
    .replace(/\p{Cf}/gu, "")
    .trim();

/** A text of at most so many characters; no letter is cut in two. */
export const shortened = (text: string, most: number): string => {
  if (text.length <= most) return text;
  let short = "";
  for (const { segment } of new Intl.Segmenter().segment(text)) {
    if (short.length + segment.length >= most) break;
    short += segment;
  }
  return `${short.trim()}…`;
};

/** The title of a pack that is made of a file: what the file says, else its name without path and extension. */
export const titleFor = (said: string, fileName: string): string =>
  shortened(plain(said) || plain(withoutExtension(fileName)) || "Imported pack", mostLetters);

const withoutExtension = (name: string): string => basename(name.replaceAll("\\", "/")).replace(/\.[^.]{0,8}$/, "");

/** Names that a file can't have on some systems, whatever its extension. */
const reserved = /^(?:con|prn|aux|nul|com\d|lpt\d)$/i;

/** The header that has a file kept under a title: in letters that every system takes, and in those of the title. */
export const disposition = (title: string, extension: string): string => {
  const name = plain(title)
    .replace(/[^\p{L}\p{M}\p{N} ()_-]+/gu, " ")
    .replace(/\s+/g, " ")
    .trim();
  const safe = name === "" || reserved.test(name) ? "pack" : name;
  const ascii = safe
    .normalize("NFKD")
    .replace(/[^\w ()-]+/g, "")
    .trim();
  const fallback = `${ascii || "pack"}.${extension}`;
  return `attachment; filename="${fallback}"; filename*=UTF-8''${encoded(`${safe}.${extension}`)}`;
};

/** As RFC 5987 has it: what `encodeURIComponent` leaves as it is, but for what a header would take for its own. */
const encoded = (text: string): string =>
  encodeURIComponent(text).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
