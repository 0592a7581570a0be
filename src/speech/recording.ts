/** What browsers record in, and the ending that servers know each by. */
const endings: Readonly<Record<string, string>> = {
  "audio/webm": "webm",
  "video/webm": "webm",
  "audio/ogg": "ogg",
  "audio/mp4": "m4a",
  "audio/wav": "wav",
  "audio/x-wav": "wav",
};

/** The plain type of a recording; undefined for anything else. */
export const recordingType = (header: string | null | undefined): string | undefined => {
  const type = (header ?? "").split(";", 1)[0]?.trim().toLowerCase() ?? "";
  return Object.hasOwn(endings, type) ? type : undefined;
};

export const endingOf = (type: string): string => endings[type] ?? "webm";

/** What can't be measured is taken for no longer than this many bytes a second. */
const densest = 16_000;

/** How long a recording lasts, in seconds, by its own marks; by its size where it has none that can be read. */
export const secondsOf = (bytes: Uint8Array, type: string): number => {
  const data = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const measured = ((): number | undefined => {
    if (type.endsWith("wav")) return wavSeconds(data);
    if (type === "audio/ogg") return oggSeconds(data);
    return type.endsWith("webm") ? webmSeconds(data) : undefined;
  })();
  // A mark that says less than what is there could hold is not believed.
  const least = data.length / 64_000;
  return Math.max(measured ?? data.length / densest, least);
};

const wavSeconds = (data: Buffer): number | undefined => {
  if (data.length < 44 || data.toString("latin1", 0, 4) !== "RIFF") return undefined;
  const perSecond = data.readUInt32LE(28);
  return perSecond < 1000 ? undefined : (data.length - 44) / perSecond;
};

/** The last page says how many samples there are up to its end, always 48,000 a second for Opus. */
const oggSeconds = (data: Buffer): number | undefined => {
  const at = data.lastIndexOf("OggS");
  if (at === -1 || at + 14 > data.length) return undefined;
  return data.readUInt32LE(at + 6) / 48_000 + (data.readUInt32LE(at + 10) * 2 ** 32) / 48_000;
};

const webm = { segment: 0x18538067, cluster: 0x1f43b675, clusterTime: 0xe7, block: 0xa3 } as const;

/** The latest time that any block has, in ms: a recorder does not know the length when it begins. */
const webmSeconds = (data: Buffer): number | undefined => {
  let latest: number | undefined;
  let clusterAt = 0;
  for (let at = 0; at < data.length;) {
    const id = numberAt(data, at, false);
    const size = id && numberAt(data, at + id.length, true);
    if (id === undefined || size === undefined) break;
    const from = at + id.length + size.length;
    // What holds others is gone into; what is long without saying how long always does.
    const isAround = id.value === webm.segment || id.value === webm.cluster;
    if (id.value === webm.clusterTime && size.value >= 1 && size.value <= 6 && from + size.value <= data.length)
      clusterAt = data.readUIntBE(from, size.value);
    // Its track, in a byte, then its time after that of its cluster.
    if (id.value === webm.block && from + 3 <= data.length)
      latest = Math.max(latest ?? 0, clusterAt + data.readInt16BE(from + 1));
    at = isAround ? from : from + size.value;
  }
  return latest === undefined ? undefined : latest / 1000;
};

/** A number in as many bytes as its first one says, with or without the mark that says so. */
const numberAt = (data: Buffer, at: number, isBare: boolean): { value: number; length: number } | undefined => {
  const first = data[at];
  if (first === undefined || first === 0) return undefined;
  const length = Math.clz32(first) - 23;
  if (at + length > data.length) return undefined;
  let value = isBare ? first & (0xff >> length) : first;
  for (let next = 1; next < length; next++) value = value * 256 + (data[at + next] ?? 0);
  return { value, length };
};
