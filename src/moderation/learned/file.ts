import { crc32 } from "node:zlib";
import { SIZE } from "./features.ts";

/** What a model knows: one weight for each feature, and from which score on a line is worth a look. */
export type Weights = {
  /** Real weight = `scale` × this. */
  readonly values: Int8Array;
  readonly scale: number;
  readonly bias: number;
  readonly threshold: number;
};

const magic = "PLRM";
const version = 1;
const header = 24;
const bytes = header + SIZE;

/**
 * A model as a file, numbers little-endian: "PLRM", version, check sum of all that follows it, scale, bias, threshold,
 * then a signed byte a weight.
 */
export const packed = ({ values, scale, bias, threshold }: Weights): Uint8Array => {
  const file = new Uint8Array(bytes);
  const view = new DataView(file.buffer);
  file.set(new TextEncoder().encode(magic));
  view.setUint32(4, version, true);
  view.setFloat32(12, scale, true);
  view.setFloat32(16, bias, true);
  view.setFloat32(20, threshold, true);
  file.set(new Uint8Array(values.buffer, values.byteOffset, SIZE), header);
  view.setUint32(8, crc32(file.subarray(12)), true);
  return file;
};

/** The opposite of `packed`; throws a `ModelFileError` for anything that is not such a file, whole. */
export const unpacked = (file: Uint8Array): Weights => {
  if (new TextDecoder("latin1").decode(file.subarray(0, 4)) !== magic) throw new ModelFileError("it is no such file");
  if (file.length < header) throw new ModelFileError("it ends too early");
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const its = view.getUint32(4, true);
  if (its !== version) throw new ModelFileError(`it is of version ${its}, and this program reads version ${version}`);
  if (file.length !== bytes) throw new ModelFileError(`it has ${file.length} bytes instead of ${bytes}`);
  if (crc32(file.subarray(12)) !== view.getUint32(8, true)) throw new ModelFileError("its check sum is wrong");
  const [scale, bias, threshold] = [view.getFloat32(12, true), view.getFloat32(16, true), view.getFloat32(20, true)];
  if (!(scale > 0 && Number.isFinite(scale) && Number.isFinite(bias) && threshold > 0 && threshold < 1)) {
    throw new ModelFileError("its numbers make no sense");
  }
  // Not `slice`: that of a Buffer makes no copy.
  return { values: Int8Array.from(new Int8Array(file.buffer, file.byteOffset + header, SIZE)), scale, bias, threshold };
};

/** A file that is no model of ours, or a damaged one. */
export class ModelFileError extends Error {
  readonly code = "bad_model_file";
  constructor(reason: string) {
    super(`the learned model can't be read: ${reason}`);
    this.name = "ModelFileError";
  }
}
