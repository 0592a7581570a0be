/** The first 32 bits of the fractional parts of the roots of the first primes (FIPS 180-4), made instead of written down. */
const rootsOf = (power: number, count: number): readonly number[] => {
  const found: number[] = [];
  for (let n = 2; found.length < count; n++) {
    let isPrime = true;
    for (let d = 2; d * d <= n && isPrime; d++) isPrime = n % d !== 0;
    if (isPrime) found.push(((n ** power % 1) * 2 ** 32) | 0);
  }
  return found;
};

const rounds = rootsOf(1 / 3, 64);
const beginning = rootsOf(1 / 2, 8);

const turned = (word: number, by: number): number => (word >>> by) | (word << (32 - by));

/** The text's bytes in UTF-8, filled up to whole blocks, with their number of bits at the end. */
const padded = (text: string): DataView => {
  const bytes = new TextEncoder().encode(text);
  const view = new DataView(new ArrayBuffer(Math.ceil((bytes.length + 9) / 64) * 64));
  new Uint8Array(view.buffer).set(bytes);
  view.setUint8(bytes.length, 0x80);
  view.setUint32(view.byteLength - 8, Math.floor(bytes.length / 2 ** 29));
  view.setUint32(view.byteLength - 4, bytes.length << 3);
  return view;
};

/** One block's words, mixed into the sums. */
const mix = (sums: Int32Array, words: Int32Array): void => {
  const at = (index: number): number => words[index] as number;
  for (let i = 16; i < 64; i++) {
    const early = at(i - 15);
    const late = at(i - 2);
    const s0 = turned(early, 7) ^ turned(early, 18) ^ (early >>> 3);
    const s1 = turned(late, 17) ^ turned(late, 19) ^ (late >>> 10);
    words[i] = at(i - 16) + s0 + at(i - 7) + s1;
  }
  // The letters of the standard, in one array: `h` is the last.
  const v = new Int32Array(sums);
  const [a, b, c, e, f, g, h] = [0, 1, 2, 4, 5, 6, 7] as const;
  const of = (letter: number): number => v[letter] as number;
  for (let i = 0; i < 64; i++) {
    const s1 = turned(of(e), 6) ^ turned(of(e), 11) ^ turned(of(e), 25);
    const one = of(h) + s1 + ((of(e) & of(f)) ^ (~of(e) & of(g))) + (rounds[i] as number) + at(i);
    const s0 = turned(of(a), 2) ^ turned(of(a), 13) ^ turned(of(a), 22);
    const two = s0 + ((of(a) & of(b)) ^ (of(a) & of(c)) ^ (of(b) & of(c)));
    v.copyWithin(b, a, h);
    v[e] = of(e) + one;
    v[a] = one + two;
  }
  for (let i = 0; i < 8; i++) sums[i] = (sums[i] as number) + of(i);
};

/**
 * SHA-256 of a text in UTF-8, in hexadecimal. Written out, because the core has no modules to ask, and a page that does
 * not come over HTTPS has no WebCrypto; a test compares it with Node's own.
 */
export const sha256 = (text: string): string => {
  const view = padded(text);
  const words = new Int32Array(64);
  const sums = Int32Array.from(beginning);
  for (let block = 0; block < view.byteLength; block += 64) {
    for (let i = 0; i < 16; i++) words[i] = view.getInt32(block + i * 4);
    mix(sums, words);
  }
  return [...sums].map((word) => (word >>> 0).toString(16).padStart(8, "0")).join("");
};
