import { createHash } from "node:crypto";
import { seededRandom } from "../core/random.ts";
import { folded } from "../questions/text.ts";
import { brushOf, height, width } from "./brush.ts";
import { scenes } from "./scenes.ts";

const hashFormat = /^[\da-f]{12}$/;

/** Where the server gives the picture of a topic that is drawn here: `/pictures/<hash>.svg`. */
export const picturePath = (topic: string): string =>
  `/pictures/${createHash("sha256").update(folded(topic)).digest("hex").slice(0, 12)}.svg`;

/**
 * The picture of a hash as SVG, always the same, so it may be kept for good; undefined when that is none. There are
 * shapes and colours in it, nothing that anybody wrote.
 */
export const renderPicture = (hash: string): string | undefined => {
  if (!hashFormat.test(hash)) return undefined;
  const random = seededRandom(`picture/${hash}`);
  const scene = scenes[Math.floor(random() * scenes.length)];
  if (scene === undefined) return undefined;
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" ` +
    `preserveAspectRatio="xMidYMid slice">${scene(brushOf(random))}</svg>`
  );
};
