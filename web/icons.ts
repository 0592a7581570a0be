import { crc32, deflateSync } from "node:zlib";

/** The icons of the installed app, drawn by code: the same marks as in `public/favicon.svg`, on a field of 32 by 32. */

type Colour = readonly [number, number, number, number];
type Shape = { readonly colour: Colour; readonly holds: (x: number, y: number) => boolean };

const colour = (hex: string): Colour => [
  Number.parseInt(hex.slice(0, 2), 16),
  Number.parseInt(hex.slice(2, 4), 16),
  Number.parseInt(hex.slice(4, 6), 16),
  255,
];

const accent = colour("3f4fb5");
const white = colour("ffffff");
const nothing: Colour = [0, 0, 0, 0];

/** A speech bubble: a box with round corners, and its tail. */
const isBubble = (x: number, y: number): boolean => {
  const dx = Math.max(7 - x, 0, x - 25);
  const dy = Math.max(7 - y, 0, y - 20);
  return dx * dx + dy * dy <= 16 || (x >= 9 && y >= 24 && x <= 16 - ((y - 24) * 7) / 6);
};
const isTriangle = (x: number, y: number): boolean => y >= 8 && y <= 14 && Math.abs(x - 11) <= ((y - 8) * 4) / 6;
const isDiamond = (x: number, y: number): boolean => Math.abs(x - 21) + Math.abs(y - 11) <= 3.5;
const isCircle = (x: number, y: number): boolean => (x - 11) ** 2 + (y - 18.5) ** 2 <= 2.8 ** 2;
const isSquare = (x: number, y: number): boolean => Math.abs(x - 21) <= 2.6 && Math.abs(y - 18.6) <= 2.6;

const onAccent: readonly Shape[] = [
  { colour: colour("ffb59e"), holds: isSquare },
  { colour: colour("9fe3c4"), holds: isCircle },
  { colour: colour("ffd27a"), holds: isDiamond },
  { colour: white, holds: isTriangle },
  { colour: accent, holds: isBubble },
];
const onWhite: readonly Shape[] = [
  { colour: colour("b03a12"), holds: isSquare },
  { colour: colour("0d6e5a"), holds: isCircle },
  { colour: colour("7c5a00"), holds: isDiamond },
  { colour: accent, holds: isTriangle },
  { colour: white, holds: isBubble },
];

/** Points looked at along each side of a pixel, so that edges are soft. */
const fineness = 3;

type Drawing = {
  readonly shapes: readonly Shape[];
  readonly ground: Colour;
  /** How much of the width the field of 32 takes. */
  readonly share: number;
};

const draw = (size: number, { shapes, ground, share }: Drawing): Buffer => {
  const scale = 32 / (size * share);
  const edge = (size * (1 - share)) / 2;
  // Each row begins with the filter that was used on it: none.
  const rows = Buffer.alloc(size * (size * 4 + 1));
  for (let row = 0; row < size; row++) {
    for (let column = 0; column < size; column++) {
      const sum = [0, 0, 0, 0];
      for (let part = 0; part < fineness ** 2; part++) {
        const x = (column - edge + ((part % fineness) + 0.5) / fineness) * scale;
        const y = (row - edge + (Math.floor(part / fineness) + 0.5) / fineness) * scale;
        const [red, green, blue, alpha] = shapes.find(({ holds }) => holds(x, y))?.colour ?? ground;
        for (const [index, value] of [red * alpha, green * alpha, blue * alpha, alpha].entries())
          sum[index] = (sum[index] ?? 0) + value;
      }
      const [red = 0, green = 0, blue = 0, alpha = 0] = sum;
      const inked = Math.max(1, alpha);
      const pixel = [red / inked, green / inked, blue / inked, alpha / fineness ** 2].map(Math.round);
      rows.set(pixel, row * (size * 4 + 1) + 1 + column * 4);
    }
  }
  return pngOf(size, rows);
};

const pngOf = (size: number, rows: Buffer): Buffer => {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(size, 0);
  header.writeUInt32BE(size, 4);
  // Eight bits for each of red, green, blue and opacity.
  header.set([8, 6, 0, 0, 0], 8);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([
    signature,
    chunk("IHDR", header),
    chunk("IDAT", deflateSync(rows, { level: 9 })),
    chunk("IEND"),
  ]);
};

const chunk = (type: string, data: Buffer = Buffer.alloc(0)): Buffer => {
  const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
};

/** By file name. What may be cut to any shape fills its square, and keeps its marks within the middle. */
export const drawIcons = (): Readonly<Record<string, Buffer>> => ({
  "icon-192.png": draw(192, { shapes: onAccent, ground: nothing, share: 1 }),
  "icon-512.png": draw(512, { shapes: onAccent, ground: nothing, share: 1 }),
  "icon-maskable-512.png": draw(512, { shapes: onWhite, ground: accent, share: 0.66 }),
  "icon-apple-180.png": draw(180, { shapes: onWhite, ground: accent, share: 0.78 }),
});
