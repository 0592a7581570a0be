/**
 * A colour by lightness (0 to 1), chroma (0 to about 0.3) and hue (degrees), as every program that draws knows it.
 * The way from OKLCH to sRGB is Björn Ottosson's; what sRGB can't show is made paler until it can.
 */
export const colour = (lightness: number, chroma: number, hue: number): string => {
  for (let c = chroma; ; c -= 0.01) {
    const channels = linear(lightness, Math.max(0, c), (hue * Math.PI) / 180);
    if (c > 0 && channels.some((value) => value < -0.001 || value > 1.001)) continue;
    return `#${channels.map(hex).join("")}`;
  }
};

const linear = (lightness: number, chroma: number, angle: number): readonly number[] => {
  const a = chroma * Math.cos(angle);
  const b = chroma * Math.sin(angle);
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ];
};

const hex = (value: number): string => {
  const bounded = Math.min(1, Math.max(0, value));
  const encoded = bounded <= 0.0031308 ? 12.92 * bounded : 1.055 * bounded ** (1 / 2.4) - 0.055;
  return Math.round(encoded * 255)
    .toString(16)
    .padStart(2, "0");
};
