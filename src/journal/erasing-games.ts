import { removedName } from "../core/removed.ts";

type Fields = Readonly<Record<string, unknown>>;

/** Whether what stands here is somebody's: it says so by `player` or `id`, or names them as its only author. */
const isOf = ({ player, id, authors }: Fields, person: string): boolean =>
  player === person ||
  id === person ||
  (Array.isArray(authors) && authors.length > 0 && authors.every((author) => author === person));

/**
 * Takes what somebody wrote, and what they were called, out of what a mode has recorded, however deep: the `text` and
 * the `name` beside whose they are. The same value when there is nothing of theirs.
 */
export const withoutPerson = (value: unknown, person: string): unknown => {
  if (Array.isArray(value)) {
    const items: readonly unknown[] = value;
    const clean = items.map((item) => withoutPerson(item, person));
    return clean.some((item, at) => item !== items[at]) ? clean : value;
  }
  if (typeof value !== "object" || value === null) return value;
  const fields = value as Fields;
  const clean: Record<string, unknown> = {};
  for (const [name, field] of Object.entries(fields)) clean[name] = withoutPerson(field, person);
  if (isOf(fields, person)) {
    if (typeof fields["text"] === "string") clean["text"] = "";
    if (typeof fields["name"] === "string") clean["name"] = removedName;
  }
  return Object.entries(clean).some(([name, field]) => field !== fields[name]) ? clean : value;
};
