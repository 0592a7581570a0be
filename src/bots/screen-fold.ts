/** Letters that are drawn like Latin ones, but for those that NFKD makes Latin already. */
const looks = new Map<string, string>();
const look = (drawn: string, meant: string): void =>
  drawn.split("").forEach((letter, at) => looks.set(letter, meant[at] ?? ""));
look("абвгдеёзикмнопрстухѕіїјԁһӏԛԝьѵ", "a6brdee3nkmhonpctyxsiijdhlqwbv");
look("αβγδεζηικλμνορστυχω", "abydezniklmvopctuxw");
look("ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘʀꜱᴛᴜᴠᴡʏᴢ", "abcdefghijklmnoprstuvwyz");
look("ɐɔǝɟƃɥᴉɾʞɯɹʇʌʍʎıøłđħ", "acefghijkmrtvwyiold h".replace(" ", ""));
look("ßþðæœ", "sbdao");

/** Rows of drawn letters from A to Z that NFKD leaves alone: in negative circles, in negative squares, as flags. */
const rows = [0x1f150, 0x1f170, 0x1f1e6];

const ofRow = (letter: string): string => {
  const code = letter.codePointAt(0) ?? 0;
  const row = rows.find((first) => code >= first && code < first + 26);
  return row === undefined ? letter : String.fromCodePoint(0x61 + code - row);
};

/** A decimal digit of any script; Unicode keeps them in rows of ten. */
const digit = (letter: string): string => {
  let below = 0;
  const code = letter.codePointAt(0) ?? 0;
  while (/\p{Nd}/u.test(String.fromCodePoint(code - below - 1))) below++;
  return String(below % 10);
};

/** A text in small Latin letters as far as it can be read so: no accents, no look-alikes, no letters in circles. */
export const plain = (text: string): string =>
  text
    .normalize("NFKD")
    .replace(/[\p{M}\u20e3]+/gu, "")
    .toLowerCase()
    .replace(/[\u{1f150}-\u{1f1ff}]/gu, ofRow)
    .replace(/\P{ASCII}/gu, (letter) => looks.get(letter) ?? (/\p{Nd}/u.test(letter) ? digit(letter) : letter));

const leet: Readonly<Record<string, string>> = {
  "0": "o", "1": "i", "2": "z", "3": "e", "4": "a", "5": "s", "6": "g", "7": "t", "8": "b", "9": "g",
  "@": "a", $: "s", "!": "i", "|": "i", "+": "t", "€": "e", "£": "l", "¥": "y",
}; // prettier-ignore

/** Digits and signs that stand for letters, as letters; a plain text in, a plain text out. */
export const unleet = (text: string): string => text.replace(/[0-9@$!|+€£¥]/g, (sign) => leet[sign] ?? sign);

/** The same, but only where there are letters beside: "p4r1s", and not "at 12". */
export const unleetWords = (text: string): string =>
  text.replace(/\S+/g, (chunk) => {
    const [, before = "", body = "", after = ""] = /^([("'“‘[]*)(.*?)([)"'”’\].,;:!?…]*)$/u.exec(chunk) ?? [];
    return /[a-z]/.test(body) && !/^\d+(?:st|nd|rd|th|s)$/.test(body) ? `${before}${unleet(body)}${after}` : chunk;
  });

/** Letters alone, of a plain text. */
export const letters = (text: string): string => text.replace(/[^\p{L}]+/gu, "");

/** How letters sound and look, roughly: what two spellings of one word have in common. Of letters that are plain. */
export const skeleton = (text: string): string =>
  text
    .replace(/ph/g, "f")
    .replace(/ck/g, "k")
    .replace(/[cq]/g, "k")
    .replace(/z/g, "s")
    .replace(/[lyj]/g, "i")
    .replace(/w/g, "v")
    .replace(/(.)\1+/gu, "$1");

export const reversed = (text: string): string => text.split("").toReversed().join("");

/** The words of a plain text; what an apostrophe joins is one word. */
export const wordsOf = (text: string): readonly string[] =>
  text.replace(/(?<=\p{L})['’ʼ](?=\p{L})/gu, "").match(/[\p{L}\p{N}]+/gu) ?? [];
