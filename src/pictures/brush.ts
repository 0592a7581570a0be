import type { Random } from "../core/random.ts";
import { colour } from "./colour.ts";

export const width = 1600;
export const height = 900;

/** What a picture is drawn with: chance, and a scheme of colours around one hue. */
export type Brush = {
  /** A number between two. */
  readonly within: (low: number, high: number) => number;
  /** A colour of the scheme: turn 0 is its main hue, 1 its other end. */
  readonly tint: (lightness: number, chroma: number, turn: number) => string;
};

export const brushOf = (random: Random): Brush => {
  // Dark yellows are mud, so the scheme keeps away from them.
  const hue = 130 + random() * 290;
  // Neighbouring hues are calm; now and then they lie farther apart.
  const spread = random() < 0.7 ? 35 + random() * 40 : 95 + random() * 50;
  const side = hue + spread > 425 || (random() < 0.5 && hue - spread > 125) ? -1 : 1;
  return {
    within: (low, high) => low + random() * (high - low),
    tint: (lightness, chroma, turn) => colour(lightness, chroma, hue + side * spread * turn),
  };
};

/** A tenth of a pixel is fine enough. */
export const at = (value: number): number => Math.round(value * 10) / 10;

/** A gradient from the upper left to `x`, `y` of what it fills (1 being the other side). */
export const gradient = (
  id: string,
  [x, y]: readonly [x: number, y: number],
  ...colours: readonly string[]
): string => {
  const stops = colours.map((one, nth) => `<stop offset="${at(nth / (colours.length - 1))}" stop-color="${one}"/>`);
  return `<linearGradient id="${id}" x1="0" y1="0" x2="${x}" y2="${y}">${stops.join("")}</linearGradient>`;
};

/** A gradient from the middle outwards to nothing. */
export const glow = (id: string, tone: string, opacity: number): string =>
  `<radialGradient id="${id}"><stop stop-color="${tone}" stop-opacity="${opacity}"/>` +
  `<stop offset="1" stop-color="${tone}" stop-opacity="0"/></radialGradient>`;

export const circle = (x: number, y: number, r: number, look: string): string =>
  `<circle cx="${at(x)}" cy="${at(y)}" r="${at(r)}" ${look}/>`;

/** All of the picture, in the gradient "a". */
export const ground = `<rect width="${width}" height="${height}" fill="url(#a)"/>`;

/** A soft line through points of equal distance from the left edge to the right. */
export const wave = (heights: readonly number[]): string => {
  const step = width / (heights.length - 1);
  const [first = 0, ...others] = heights;
  let before = first;
  const curves = others.map((y, nth) => {
    const x = nth * step;
    const curve = `C${at(x + step * 0.45)},${at(before)} ${at(x + step * 0.55)},${at(y)} ${at(x + step)},${at(y)}`;
    before = y;
    return curve;
  });
  return `M0,${at(first)}${curves.join("")}`;
};
