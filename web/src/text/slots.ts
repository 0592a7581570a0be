/**
 * What people have written goes past the messages: in them a `<` begins a mark and a `\` an escaped letter. They are
 * given a slot in its place, and it is put there afterwards.
 */

const [opens, closes] = ["\uE000", "\uE001"];
const slots = /\uE000(\d+)\uE001/g;
const special = /[<\\\uE000]/;

type Plain = Readonly<Record<string, string | number>>;

/** Puts slots in the place of values that can't go into a message as they are. */
export const hide = <Value>(
  values: Readonly<Record<string, Value>>,
): { readonly plain: Plain; readonly hidden: readonly Value[] } => {
  const plain: Record<string, string | number> = {};
  const hidden: Value[] = [];
  for (const [name, value] of Object.entries(values)) {
    if (typeof value === "number" || (typeof value === "string" && !special.test(value))) plain[name] = value;
    else plain[name] = `${opens}${hidden.push(value) - 1}${closes}`;
  }
  return { plain, hidden };
};

/** The text with what was hidden in its slots. */
export const filled = (text: string, hidden: readonly (string | number)[]): string =>
  hidden.length === 0 ? text : text.replace(slots, (_, index) => String(hidden[Number(index)] ?? ""));
