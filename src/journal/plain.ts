/** Maps and Sets as plain JSON and back, for snapshots. What is undefined is left out, as JSON does. */

type Tagged = { readonly $map?: readonly (readonly [unknown, unknown])[]; readonly $set?: readonly unknown[] };

export const toPlain = (value: unknown): unknown => {
  if (value instanceof Map) return { $map: [...value].map(([key, item]) => [key, toPlain(item)]) };
  if (value instanceof Set) return { $set: [...value].map(toPlain) };
  if (Array.isArray(value)) return value.map(toPlain);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, item]) => item !== undefined)
      .map(([name, item]) => [name, toPlain(item)]),
  );
};

export const fromPlain = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(fromPlain);
  if (typeof value !== "object" || value === null) return value;
  const { $map, $set } = value as Tagged;
  if ($map !== undefined) return new Map($map.map(([key, item]) => [key, fromPlain(item)]));
  if ($set !== undefined) return new Set($set.map(fromPlain));
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, fromPlain(item)]));
};
