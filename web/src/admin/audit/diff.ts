export type Difference = {
  /** Such as `ban.until`; "" for the whole. */
  readonly name: string;
  readonly before: string | undefined;
  readonly after: string | undefined;
};

const deepest = 4;
const most = 200;

/** What differs between two plain values, field by field; undefined where there is nothing. */
export const differences = (before: unknown, after: unknown): readonly Difference[] =>
  compare("", before, after, 0).slice(0, most);

const compare = (name: string, before: unknown, after: unknown, depth: number): readonly Difference[] => {
  if (depth < deepest && (isFields(before) || isFields(after)) && !isBare(before) && !isBare(after)) {
    const names = new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})]);
    return [...names].flatMap((field) =>
      compare(name === "" ? field : `${name}.${field}`, at(before, field), at(after, field), depth + 1),
    );
  }
  const [was, is] = [shown(before), shown(after)];
  return was === is ? [] : [{ name, before: was, after: is }];
};

const isFields = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Something that has no fields, and is not nothing. */
const isBare = (value: unknown): boolean => value !== null && value !== undefined && !isFields(value);

const at = (value: unknown, field: string): unknown =>
  isFields(value) && Object.hasOwn(value, field) ? value[field] : undefined;

const shown = (value: unknown): string | undefined => {
  if (value === null || value === undefined) return undefined;
  return typeof value === "string" ? value : JSON.stringify(value);
};
