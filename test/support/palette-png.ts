import { crc32, deflateSync } from "node:zlib";

const most = 256;

/** Colours that differ only in their last bits are one. */
const bucketOf = (red: number, green: number, blue: number): number =>
  ((red >> 3) << 10) | ((green >> 3) << 5) | (blue >> 3);

const chunk = (type: string, data: Uint8Array): Buffer => {
  const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const frame = Buffer.alloc(body.length + 8);
  frame.writeUInt32BE(data.length, 0);
  body.copy(frame, 4);
  frame.writeUInt32BE(crc32(body), body.length + 4);
  return frame;
};

type Bucket = { readonly key: number; readonly count: number; readonly colour: readonly [number, number, number] };

/** The colours that there are, most frequent first, each as it is most often. */
const bucketsOf = (pixels: Uint8Array): readonly Bucket[] => {
  const counts = new Map<number, number>();
  for (let at = 0; at < pixels.length; at += 4) {
    const colour = ((pixels[at] ?? 0) << 16) | ((pixels[at + 1] ?? 0) << 8) | (pixels[at + 2] ?? 0);
    counts.set(colour, (counts.get(colour) ?? 0) + 1);
  }
  const buckets = new Map<number, Bucket>();
  for (const [colour, count] of [...counts].toSorted(([, one], [, other]) => other - one)) {
    const [red, green, blue] = [colour >> 16, (colour >> 8) & 255, colour & 255] as const;
    const key = bucketOf(red, green, blue);
    const before = buckets.get(key);
    buckets.set(key, { key, count: count + (before?.count ?? 0), colour: before?.colour ?? [red, green, blue] });
  }
  return [...buckets.values()].toSorted((one, other) => other.count - one.count);
};

const distance = ([r1, g1, b1]: Bucket["colour"], [r2, g2, b2]: Bucket["colour"]): number =>
  (r1 - r2) ** 2 + (g1 - g2) ** 2 + (b1 - b2) ** 2;

/** A PNG of at most 256 colours, which is enough for pages, from pixels of four bytes each. */
export const palettePng = (width: number, height: number, pixels: Uint8Array): Buffer => {
  const buckets = bucketsOf(pixels);
  const palette = buckets.slice(0, most).map(({ colour }) => colour);
  const places = new Map(
    buckets.map(({ key, colour }, index) => {
      if (index < palette.length) return [key, index];
      const gaps = palette.map((one) => distance(one, colour));
      return [key, gaps.indexOf(Math.min(...gaps))];
    }),
  );
  const lines = Buffer.alloc((width + 1) * height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const at = (y * width + x) * 4;
      const key = bucketOf(pixels[at] ?? 0, pixels[at + 1] ?? 0, pixels[at + 2] ?? 0);
      lines[y * (width + 1) + x + 1] = places.get(key) ?? 0;
    }
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 3, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk("IHDR", header),
    chunk("PLTE", Buffer.from(palette.flat())),
    chunk("IDAT", deflateSync(lines, { level: 9 })),
    chunk("IEND", Buffer.alloc(0)),
  ]);
};
