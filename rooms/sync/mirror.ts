import { ArraySchema, MapSchema, type Schema } from "@colyseus/schema";

/** The plain value of the same shape as a Schema: what a view must give, field by field. */
export type Plain<T> =
  T extends MapSchema<infer V>
    ? ReadonlyMap<string, Plain<V>>
    : T extends ArraySchema<infer V>
      ? readonly Plain<V>[]
      : T extends Schema
        ? { readonly [K in Exclude<keyof T, keyof Schema>]: Plain<T[K]> }
        : T;

type Fields = Record<string, unknown>;
type Make = () => object;

/**
 * Makes `target` equal to `source`, assigning only what differs, so that only differences are sent.
 * `make` gives a fresh Schema for a new entry of the map of that field name.
 */
export const mirror = <S extends Schema>(target: S, source: Plain<S>, make: { readonly [field: string]: Make }): void =>
  mirrorFields(target as unknown as Fields, source, make);

/** What a Schema was made equal to last. Sources never change, so what is the same in both need not be looked at. */
const mirrored = Symbol("mirrored");

const mirrorFields = (
  target: Fields & { [mirrored]?: Fields },
  source: Fields,
  make: { readonly [field: string]: Make },
): void => {
  const before = target[mirrored];
  if (before === source) return;
  target[mirrored] = source;
  for (const name in source) {
    const from = source[name];
    if (before !== undefined && before[name] === from) continue;
    const to = target[name];
    if (typeof from !== "object" || from === null) {
      if (to !== from) target[name] = from;
    } else if (to instanceof MapSchema) {
      mirrorMap(to, from as ReadonlyMap<string, Fields>, make, make[name]);
    } else if (to instanceof ArraySchema) {
      mirrorArray(to, from as readonly unknown[]);
    } else {
      mirrorFields(to as Fields, from as Fields, make);
    }
  }
};

const mirrorMap = (
  target: MapSchema<object>,
  source: ReadonlyMap<string, Fields>,
  make: { readonly [field: string]: Make },
  entry: Make | undefined,
): void => {
  if (target.size > 0) for (const key of Array.from(target.keys())) if (!source.has(key)) target.delete(key);
  for (const [key, from] of source) {
    const known = target.get(key);
    if (typeof from !== "object") {
      if (known !== from) target.set(key, from);
      continue;
    }
    if (known !== undefined) {
      mirrorFields(known as Fields, from, make);
      continue;
    }
    if (entry === undefined) throw new Error("mirror: no way to make an entry of this map");
    const fresh = entry();
    mirrorFields(fresh as Fields, from, make);
    target.set(key, fresh);
  }
};

/** Lists of plain values: replaced as a whole, which costs the same bytes and avoids shifted indexes. */
const mirrorArray = (target: ArraySchema<unknown>, source: readonly unknown[]): void => {
  if (target.length === source.length && source.every((value, index) => target[index] === value)) return;
  target.clear();
  if (source.length > 0) target.push(...source);
};
