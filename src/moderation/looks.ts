/** Letters that are drawn like Latin ones, but for those that NFKD makes Latin already. */
const looks = new Map<string, string>();

const look = (drawn: string, meant: string): void =>
  Array.from(drawn).forEach((letter, at) => looks.set(letter, meant[at] ?? ""));

// Cyrillic, Greek, Armenian, Cherokee, small capitals, letters on their heads, and signs that serve as letters.
look("абвгдеёзиӣйкмнопрстуўхѕіїјԁһӏԛԝьъѵєгґњћђқңҝүұԍꞁӡэщшяц", "a6brdee3nnnkmhonpctyyxsiijdhlqwbbverrhhhkhkuvgizewwru");
look("вп", "bn");
look("αβγδεζηθικλμνξορσςτυφχψω", "abydezn0iklunxopsctuoxww");
look("աբգդեզէըթժիլխծկհձղճմյնշոչպջռսվտրցւփքօֆ", "uqqntqtpppihlxohdnqujhgnsqonuqutrguhpof");
look("ᎪᏴᏟᎠᎬᎰᏀᎻᎥᎫᏦᏞᎷΝᎾᏢᏄᎡᏚᎢᏌᏙᎳᎩᏃ", "abcdefghijklmnopqrstuvwyz");
look("ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘʀꜱᴛᴜᴠᴡʏᴢ", "abcdefghijklmnoprstuvwyz");
look("ɐɔǝɟƃɥᴉɾʞɯɹʇʌʍʎ", "acefghijkmrtvwy");
look("ıøłđħŧƒɡɑɓƈɖɗɛɠɦɨɩʝƙɭɱɲɳŋɵƥʠɼɾʂʃƭʈʉʋʊⱳƴʐʒþæœĸſℓ", "ioldhtfgabcddeghiijklmnnnopqrrssttuvuwyzzpaoksl");
look("ß€£¥¢§µ¡©®₵₦₳฿₴₮", "belycsuicrcnabst");
look("丨卂乃匚刀乇下厶卄工丁长乚爪冂口尸尺丂凵山乂丫乙", "iabcdefahijklmnoprsuwxyz");
look("’‘‛ʼʻ′`´", "''''''''");
look("“”„«»″", '""""""');
look("‐‑‒–—―−·•∙・‧", "-------.....");
look("⁎∗⋆★☆✱✲＊", "********");

/** Rows of drawn letters from A to Z that NFKD leaves alone: in negative circles, in negative squares, as flags. */
const rows = [0x1f150, 0x1f170, 0x1f1e6];

/** Drawn as nothing, though Unicode calls them letters. */
const blanks = /^[\u115f\u1160\u3164\uffa0]$/;

/** What a picture, a letter of another script, and a sign fold to: they part words, and count as one character. */
export const picture = "\u0001";
const stranger = "\u0002";
const sign = "\u0003";

/** One character as small Latin letters, digits and ASCII signs; "" when it is not seen at all. */
export const looksLike = (character: string): string => {
  const drawn = looks.get(character);
  if (drawn !== undefined) return drawn;
  const code = character.codePointAt(0) ?? 0;
  if (isOfFarScript(code)) return stranger;
  const row = rows.find((first) => code >= first && code < first + 26);
  if (row !== undefined) return String.fromCharCode(97 + code - row);
  if (blanks.test(character)) return "";
  // The longest expansion of NFKD has eighteen characters; four are enough, and keep a text from growing.
  const bare = character
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[\p{M}\p{Cf}]/gu, "");
  return Array.from(bare).slice(0, 4).map(plainly).join("");
};

/** Scripts of thousands of characters, of which none but those above looks Latin. */
const isOfFarScript = (code: number): boolean =>
  (code >= 0x3400 && code <= 0xa4cf) ||
  (code >= 0xac00 && code <= 0xd7a3) ||
  (code >= 0x12000 && code <= 0x18fff) ||
  (code >= 0x20000 && code <= 0x3ffff);

const plainly = (letter: string): string => {
  if (letter >= " " && letter <= "~") return letter;
  const drawn = looks.get(letter);
  if (drawn !== undefined) return drawn;
  if (/\s|\u2800/u.test(letter)) return " ";
  if (/\p{Nd}/u.test(letter)) return digit(letter);
  if (/\p{L}/u.test(letter)) return stranger;
  return /\p{Extended_Pictographic}/u.test(letter) ? picture : sign;
};

/** A decimal digit of any script; Unicode keeps them in rows of ten. */
const digit = (letter: string): string => {
  let below = 0;
  const code = letter.codePointAt(0) ?? 0;
  while (/\p{Nd}/u.test(String.fromCodePoint(code - below - 1)) && below < 10) below++;
  return String(below % 10);
};
