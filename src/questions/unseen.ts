/** Scripts that need joiners to be written well. */
const joined = "Arab Syrc Mong Nkoo Deva Beng Guru Gujr Orya Taml Telu Knda Mlym Sinh Khmr Mymr Tibt"
  .split(" ")
  .map((script) => String.raw`\p{Script=${script}}`)
  .join("");

const kinds = [
  String.raw`[\p{Cc}\p{Co}\p{Cs}\p{Cn}\p{Zl}\p{Zp}\u2800]`,
  // Format characters and all that a font draws as nothing, but for those of the next two lines.
  String.raw`(?![\u200c\u200d\ufe0e\ufe0f])[\p{Cf}\p{DI}]`,
  String.raw`(?<![${joined}])[\u200c\u200d]`,
  String.raw`(?<!\p{Extended_Pictographic})[\ufe0e\ufe0f]`,
  // Accents piled up on one letter.
  String.raw`\p{M}{5,}`,
].join("|");

const unseen = new RegExp(kinds, "u");
const allUnseen = new RegExp(kinds, "gu");

/** Whether there is a character that can't be seen, or one that hides others. */
export const hasUnseen = (text: string): boolean => unseen.test(text);

export const withoutUnseen = (text: string): string => text.replace(allUnseen, "");

/** In one line, with composed letters and single spaces. */
export const oneLine = (text: string): string =>
  text
    .normalize("NFC")
    .replace(/[\s\p{Zs}]+/gu, " ")
    .trim();
