/** The newest `most` of a Map or Set, which keep the order of insertion. */
export function newest<K, V>(all: Map<K, V>, most: number): Map<K, V>;
export function newest<V>(all: Set<V>, most: number): Set<V>;
export function newest(all: Map<unknown, unknown> | Set<unknown>, most: number): Map<unknown, unknown> | Set<unknown> {
  for (const key of all.keys()) {
    if (all.size <= most) break;
    all.delete(key);
  }
  return all;
}
