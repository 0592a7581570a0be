const refuse = (): never => {
  throw new TypeError("what is past may not change");
};

const refused = { value: refuse };
const pastMap = Object.create(Map.prototype, { set: refused, delete: refused, clear: refused }) as object;
const pastSet = Object.create(Set.prototype, { add: refused, delete: refused, clear: refused }) as object;

/** Makes a value, and all in it, throw when somebody tries to change it. What is frozen already is not looked at again. */
export const frozen = <T>(value: T): T => {
  if (typeof value !== "object" || value === null || Object.isFrozen(value)) return value;
  if (value instanceof Map) {
    Object.setPrototypeOf(value, pastMap);
    for (const [key, item] of value) {
      frozen(key);
      frozen(item);
    }
  } else if (value instanceof Set) {
    Object.setPrototypeOf(value, pastSet);
    for (const item of value) frozen(item);
  } else for (const name in value) frozen(value[name]);
  return Object.freeze(value);
};

/** Where two values first differ, as a path; undefined where they are the same, also in the order of maps. */
export const difference = (one: unknown, other: unknown, path = ""): string | undefined => {
  if (Object.is(one, other)) return undefined;
  if (typeof one !== "object" || typeof other !== "object" || one === null || other === null) return path || "/";
  if (one instanceof Map || one instanceof Set) {
    const isLike = other instanceof (one instanceof Map ? Map : Set);
    return isLike ? difference([...one], [...(other as Set<unknown>)], path) : path || "/";
  }
  if (Array.isArray(one) !== Array.isArray(other)) return path || "/";
  const names = Object.keys(one);
  if (names.length !== Object.keys(other).length) return `${path}/ of [${names.join()}]`;
  for (const name of names) {
    if (!Object.hasOwn(other, name)) return `${path}/${name}`;
    const found = difference(
      (one as Record<string, unknown>)[name],
      (other as Record<string, unknown>)[name],
      `${path}/${name}`,
    );
    if (found !== undefined) return found;
  }
  return undefined;
};

/** Where a value holds something that JSON has not; undefined where it is plain. What is undefined is left out by JSON. */
export const oddity = (value: unknown, path = ""): string | undefined => {
  switch (typeof value) {
    case "string":
    case "boolean":
    case "undefined":
      return undefined;
    case "number":
      return Number.isFinite(value) && !Object.is(value, -0) ? undefined : path || "/";
    case "object": {
      if (value === null) return undefined;
      const kind: unknown = Object.getPrototypeOf(value);
      if (kind !== Object.prototype && kind !== Array.prototype) return path || "/";
      for (const [name, item] of Object.entries(value)) {
        const found = oddity(item, `${path}/${name}`);
        if (found !== undefined) return found;
      }
      return undefined;
    }
    default:
      return path || "/";
  }
};
