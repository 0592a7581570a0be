import { at, type Brush, circle, glow, gradient, ground, height, wave, width } from "./brush.ts";

/** Draws one kind of picture. */
type Scene = (brush: Brush) => string;

const list = <T>(count: number, of: (nth: number) => T): T[] => Array.from({ length: count }, (_, nth) => of(nth));

/** Hills behind hills, and a sun above them. */
const hills: Scene = ({ within, tint }) => {
  const [x, y, r] = [within(300, 1300), within(190, 330), within(65, 120)];
  const layers = 5;
  const lines = list(layers, (nth) => {
    const far = 1 - nth / (layers - 1);
    const middle = 440 + nth * 105;
    const heights = list(4 + (nth % 2), () => within(middle - 70, middle + 70));
    return (
      gradient(`h${nth}`, [0, 1], tint(0.36 + far * 0.36, 0.1, far * 0.9), tint(0.27 + far * 0.33, 0.09, far * 0.5)) +
      `<path d="${wave(heights)}V${height}H0z" fill="url(#h${nth})"/>`
    );
  });
  return [
    gradient("a", [0, 1], tint(0.55, 0.1, 0.2), tint(0.75, 0.1, 0.7), tint(0.88, 0.07, 1)),
    glow("s", tint(0.97, 0.06, 1), 0.75),
    ground,
    circle(x, y, r * 4, `fill="url(#s)"`),
    circle(x, y, r, `fill="${tint(0.97, 0.05, 1)}"`),
    ...lines,
  ].join("");
};

/** Clouds of colour that flow into each other, and a few glass balls. */
const clouds: Scene = ({ within, tint }) => {
  const glows = list(5, (nth) => glow(`g${nth}`, tint(within(0.6, 0.85), 0.15, nth / 4), 0.85));
  const spots = list(5, (nth) =>
    circle(
      within(nth * 320 - 100, nth * 320 + 420),
      within(-100, height + 100),
      within(450, 760),
      `fill="url(#g${nth})"`,
    ),
  );
  const balls = list(3, (nth) => {
    const [x, y, r] = [within(150 + nth * 450, 500 + nth * 450), within(200, 700), within(60, 190)];
    return (
      circle(x, y, r, `fill="url(#b)" stroke="#fff" stroke-opacity=".25" stroke-width="2"`) +
      circle(x - r * 0.3, y - r * 0.35, r * 0.45, `fill="url(#l)"`)
    );
  });
  return [
    gradient("a", [1, 1], tint(0.42, 0.13, 0), tint(0.5, 0.13, 1)),
    ...glows,
    gradient("b", [1, 1], `#fff" stop-opacity=".5`, `${tint(0.4, 0.14, 0.5)}" stop-opacity=".25`),
    glow("l", "#fff", 0.55),
    ground,
    ...spots,
    ...balls,
  ].join("");
};

/** Bands that swing across, one over the other. */
const ribbons: Scene = ({ within, tint }) => {
  const count = 7;
  const swing = list(5, () => within(-150, 150));
  const tilt = within(-260, 260);
  const bands = list(count, (nth) => {
    const part = nth / (count - 1);
    const heights = swing.map(
      (of, point) => 120 + part * 760 + of * (1 - part * 0.5) + (tilt * (point - 2)) / 4 + within(-35, 35),
    );
    return (
      gradient(`r${nth}`, [1, 0], tint(0.8 - part * 0.45, 0.12, part), tint(0.66 - part * 0.36, 0.14, 1 - part * 0.6)) +
      `<path d="${wave(heights)}V1200H0z" fill="url(#r${nth})" fill-opacity=".88"/>`
    );
  });
  return [gradient("a", [1, 1], tint(0.92, 0.05, 0), tint(0.8, 0.1, 1)), ground, ...bands].join("");
};

/** Quarters and halves of circles in a grid of tiles. */
const tiles: Scene = ({ within, tint }) => {
  const side = 200;
  const tones = [
    tint(0.36, 0.1, 0),
    tint(0.5, 0.13, 0.3),
    tint(0.64, 0.13, 0.6),
    tint(0.78, 0.11, 0.9),
    tint(0.9, 0.06, 1),
  ];
  const tone = () => tones[Math.floor(within(0, tones.length))] ?? "";
  const shapes = [
    `<path d="M0,0H200A200,200 0 0 1 0,200z" fill="?"/>`,
    `<path d="M0,0H200A100,100 0 0 1 0,0z" fill="?"/><path d="M0,100H200A100,100 0 0 1 0,100z" fill="?"/>`,
    `<path d="M0,0H200A200,200 0 0 1 0,200z" fill="?"/><path d="M0,0H100A100,100 0 0 1 0,100z" fill="?"/>`,
    `<circle cx="100" cy="100" r="62" fill="?"/>`,
    `<path d="M0,0H200A200,200 0 0 0 0,200z" fill="?"/>`,
    "",
  ];
  const drawn = list(40, (nth) => {
    const shape = shapes[Math.floor(within(0, shapes.length))] ?? "";
    const turn = Math.floor(within(0, 4)) * 90;
    const place = `translate(${(nth % 8) * side} ${Math.floor(nth / 8) * side}) rotate(${turn} 100 100)`;
    return `<g transform="${place}"><path d="M0,0H200V200H0z" fill="${tone()}" shape-rendering="crispEdges"/>${shape.replaceAll("?", tone)}</g>`;
  });
  const light = `<rect width="${width}" height="${height}" fill="url(#l)"/>`;
  const shine = gradient("l", [1, 1], `#fff" stop-opacity=".16`, `${tint(0.2, 0.08, 0)}" stop-opacity=".28`);
  return [shine, ...drawn, light].join("");
};

/** Rings around a ball, and stars. */
const orbit: Scene = ({ within, tint }) => {
  const [x, y, r] = [within(480, 1120), within(360, 540), within(120, 190)];
  const place = `<g fill="none" transform="translate(${at(x)} ${at(y)}) rotate(${at(within(-32, 32))})">`;
  const rings = list(6, (nth) => {
    const [rx, ry] = [at(r * (1.55 + nth * 0.62)), at(r * (1.55 + nth * 0.62) * 0.34)];
    const line = `stroke="${tint(0.85, 0.08, nth / 5)}" stroke-width="${at(within(1.5, 5))}" stroke-opacity="${at(0.8 - nth * 0.1)}"`;
    const half = (sweep: number) => `<path d="M-${rx},0A${rx},${ry} 0 0 ${sweep} ${rx},0" ${line}/>`;
    const turn = within(0, 2 * Math.PI);
    const bead = circle(Math.cos(turn) * rx, Math.sin(turn) * ry, within(9, 26), `fill="${tint(0.86, 0.12, nth / 5)}"`);
    const isBehind = turn > Math.PI;
    return { behind: half(1) + (isBehind ? bead : ""), before: half(0) + (isBehind ? "" : bead) };
  });
  const stars = list(60, () =>
    circle(within(0, width), within(0, height), within(0.8, 2.6), `fill="#fff" fill-opacity="${at(within(0.2, 0.9))}"`),
  );
  return [
    gradient("a", [1, 1], tint(0.24, 0.08, 0), tint(0.36, 0.12, 0.5), tint(0.46, 0.12, 1)),
    gradient("b", [1, 1], tint(0.92, 0.09, 1), tint(0.66, 0.16, 0.7), tint(0.38, 0.13, 0.2)),
    glow("g", tint(0.75, 0.15, 1), 0.6),
    ground,
    ...stars,
    circle(x, y, r * 3.4, `fill="url(#g)"`),
    `${place}${rings.map(({ behind }) => behind).join("")}</g>`,
    circle(x, y, r, `fill="url(#b)"`),
    `${place}${rings.map(({ before }) => before).join("")}</g>`,
  ].join("");
};

export const scenes: readonly Scene[] = [hills, clouds, ribbons, tiles, orbit];
