import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { newDataDir, newDirectory } from "./database.ts";

export type SmallDisk = {
  /** Lies on the small disk. */
  readonly dataDir: string;
  /** Starts a program that alone sees the disk; see `ProcessOptions`. */
  readonly by: readonly [string, ...string[]];
  /** Leaves not a byte, or gives them back; takes effect within a tenth of a second. */
  readonly fill: () => void;
  readonly free: () => void;
};

/** Mounts the disk, copies what is to lie on it, fills and frees it as it is told, and becomes the program. */
const script = `
disk=$1; contents=$2; hand=$3; shift 3
mount -t tmpfs -o size=100m tmpfs "$disk" && cp -r "$contents/." "$disk" || exit 1
(while kill -0 $$ 2>/dev/null; do
  if [ ! -e "$hand/full" ]; then rm -f "$disk/filler"
  elif [ ! -e "$disk/filler" ]; then cat /dev/zero > "$disk/filler" 2>/dev/null
  fi
  sleep 0.1
done) &
exec "$@"`;

/** A disk of 100 MB with an embedded database on it, in a mount namespace of its own: nobody needs to be root for it. */
export const newSmallDisk = async (): Promise<SmallDisk> => {
  const [dataDir, contents, hand] = [newDirectory(), await newDataDir(), newDirectory()];
  const full = join(hand, "full");
  return {
    dataDir,
    by: ["unshare", "--map-root-user", "--mount", "sh", "-c", script, "sh", dataDir, contents, hand],
    fill: () => writeFileSync(full, ""),
    free: () => rmSync(full, { force: true }),
  };
};
