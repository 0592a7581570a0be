/** Types by their number in `pg_type`, the same in every PostgreSQL. */
const oid = { int8: 20, json: 114, timestamptz: 1184, numeric: 1700, jsonb: 3802 };

const numberOf = (text: string): number => {
  const value = Number(text);
  if (Number.isInteger(value) && !Number.isSafeInteger(value)) throw new RangeError(`${text} is too big for a number`);
  return value;
};

/**
 * How text from the database becomes a value, by type. Both drivers have their own ways for these, and the ways
 * differ (`bigint` is text in `pg`), so both are given this table.
 */
export const parsers: Readonly<Record<number, (text: string) => unknown>> = {
  [oid.int8]: numberOf,
  [oid.numeric]: numberOf,
  [oid.timestamptz]: (text) => new Date(text),
  [oid.json]: (text) => JSON.parse(text) as unknown,
  [oid.jsonb]: (text) => JSON.parse(text) as unknown,
};

/** A parameter as text for the database; an array becomes an array of SQL, any other object JSON. */
export const parameterOf = (value: unknown): string | null => {
  if (value === null || value === undefined) return null;
  if (value instanceof Date) return value.toISOString();
  if (Array.isArray(value)) return `{${value.map(elementOf).join(",")}}`;
  if (typeof value === "object") return JSON.stringify(value);
  return typeof value === "string" ? value : `${value as number | bigint | boolean}`;
};

const elementOf = (value: unknown): string => {
  const text = parameterOf(value);
  return text === null ? "NULL" : `"${text.replaceAll(/["\\]/g, String.raw`\$&`)}"`;
};
