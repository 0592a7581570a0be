/** Words for numbers in English, German, Spanish, French and Portuguese, without accents. */
const plain: readonly (readonly [value: number, words: string])[] = [
  [0, "zero null cero"],
  [1, "one eins uno"],
  [2, "two zwei dos deux dois duas"],
  [3, "three drei tres trois"],
  [4, "four vier cuatro quatre quatro"],
  [5, "five funf fuenf cinco cinq"],
  [6, "six sechs seis"],
  [7, "seven sieben siete sept sete"],
  [8, "eight acht ocho huit oito"],
  [9, "nine neun nueve neuf nove"],
  [10, "ten zehn diez dix dez"],
  [11, "eleven elf once onze"],
  [12, "twelve zwolf zwoelf doce douze doze"],
  [13, "thirteen dreizehn trece treize treze"],
  [14, "fourteen vierzehn catorce quatorze catorze"],
  [15, "fifteen funfzehn quince quinze"],
  [16, "sixteen sechzehn dieciseis seize dezesseis"],
  [17, "seventeen siebzehn diecisiete dezessete"],
  [18, "eighteen achtzehn dieciocho dezoito"],
  [19, "nineteen neunzehn diecinueve dezenove"],
  [20, "twenty zwanzig veinte vingt vingts vinte"],
  [30, "thirty dreissig treinta trente trinta"],
  [40, "forty vierzig cuarenta quarante quarenta"],
  [50, "fifty funfzig cincuenta cinquante cinquenta"],
  [60, "sixty sechzig sesenta soixante sessenta"],
  [70, "seventy siebzig setenta septante"],
  [80, "eighty achtzig ochenta huitante oitenta"],
  [90, "ninety neunzig noventa nonante"],
];

/** That make what stands before them so many times as much. */
const scales: readonly (readonly [value: number, words: string])[] = [
  [100, "hundred hundert cien ciento cent cents cem cento"],
  [1000, "thousand tausend mil mille"],
  [1_000_000, "million millions millionen millon millones milhao milhoes"],
  [1_000_000_000, "billion milliarde milliarden milliard milliards bilhao bilhoes"],
];

const byWord = (rows: typeof plain) =>
  new Map(rows.flatMap(([value, words]) => words.split(" ").map((word) => [word, value] as const)));

const values = byWord(plain);
const factors = byWord(scales);
/** Between two words of one number. */
const links = new Set(["and", "und", "y", "et", "e"]);

const germanUnits = "ein|zwei|drei|vier|funf|sechs|sieben|acht|neun";
const germanTens = "zwanzig|dreissig|vierzig|funfzig|sechzig|siebzig|achtzig|neunzig";
const germanPair = new RegExp(`^(${germanUnits})und(${germanTens})$`);
const germanScale = new RegExp(`^(${germanUnits}|zehn)(hundert|tausend)(.*)$`);

/** The words of one word of a German number: einundzwanzig is zwanzig and eins. */
const parted = (word: string): readonly string[] => {
  const pair = germanPair.exec(word);
  if (pair !== null) return [pair[2] as string, unitOf(pair[1] as string)];
  const scale = germanScale.exec(word);
  if (scale === null) return [word];
  const rest = scale[3] === "" ? [] : parted(scale[3] as string);
  const whole = rest.every((one) => values.has(one) || factors.has(one));
  return whole ? [unitOf(scale[1] as string), scale[2] as string, ...rest] : [word];
};

const unitOf = (unit: string): string => (unit === "ein" ? "eins" : unit);

/** A number on its way: what is whole already, and what a scale may still multiply. */
type Sum = { readonly whole: number; readonly part: number };

/** What a number comes to with one more word; undefined when that begins another number. */
const withValue = ({ whole, part }: Sum, value: number): Sum | undefined => {
  if (part === 4 && value === 20) return { whole, part: 80 };
  const last = part % 100;
  const fits = last === 0 ? value < 100 : value < 10 ? last >= 20 && last % 10 === 0 : fitsFrench(last, value);
  return fits && value > 0 ? { whole, part: part + value } : undefined;
};

/** soixante-dix, quatre-vingt-onze */
const fitsFrench = (last: number, value: number): boolean => (last === 60 || last === 80) && value < 20;

const withFactor = ({ whole, part }: Sum, factor: number): Sum | undefined => {
  if (factor === 100) return part < 100 ? { whole, part: (part || 1) * 100 } : undefined;
  return whole === 0 || whole >= factor * 1000 ? { whole: whole + (part || 1) * factor, part: 0 } : undefined;
};

/** Words with each number among them in digits: two hundred and five is 205, 2 million is 2000000. */
export const inDigits = (words: readonly string[]): readonly string[] => {
  const all = words.flatMap(parted);
  const found: string[] = [];
  for (let at = 0; at < all.length;) {
    let sum: Sum | undefined;
    let next = at;
    for (let look = at; look < all.length; look++) {
      const word = all[look] as string;
      // Only between two words of a number, such as in "hundred and five".
      if (sum !== undefined && links.has(word) && look === next) continue;
      const more = stepped(sum, word);
      if (more === undefined) break;
      sum = more;
      next = look + 1;
    }
    found.push(sum === undefined ? (all[at] as string) : String(sum.whole + sum.part));
    at = Math.max(next, at + 1);
  }
  return found;
};

const stepped = (sum: Sum | undefined, word: string): Sum | undefined => {
  const value = values.get(word);
  if (value !== undefined) return sum === undefined ? { whole: 0, part: value } : withValue(sum, value);
  const factor = factors.get(word);
  if (factor !== undefined) return withFactor(sum ?? { whole: 0, part: 0 }, factor);
  return sum === undefined && /^[1-9]\d{0,2}$/.test(word) ? { whole: 0, part: Number(word) } : undefined;
};
