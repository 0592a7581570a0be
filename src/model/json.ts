/** Lone braces that are passed over, and objects that are looked at. */
const mostStarts = 16;
const mostObjects = 200;

/**
 * Every value that a model's text might mean by the JSON it was asked for, likeliest first: the text itself, then the
 * balanced objects in it, wherever they stand between prose, fences and thoughts. The caller takes the first that fits.
 */
export function* jsonIn(text: string): Generator {
  const whole = parsed(text);
  if (whole !== undefined) return yield whole.value;
  for (const object of balancedIn(text).take(mostObjects)) {
    const inside = parsed(object);
    if (inside !== undefined) yield inside.value;
  }
}

const parsed = (text: string): { readonly value: unknown } | undefined => {
  try {
    return { value: JSON.parse(text) as unknown };
  } catch {
    return undefined;
  }
};

/** The outermost `{...}` of a text from left to right. A brace that is never closed is passed over. */
function* balancedIn(text: string): Generator<string> {
  let from = 0;
  for (let starts = 0; starts < mostStarts;) {
    const start = text.indexOf("{", from);
    if (start === -1) return;
    const end = endOf(text, start);
    // Each lone brace costs a look at all that follows, so only so many are forgiven.
    if (end === undefined) starts++;
    else yield text.slice(start, end);
    from = end ?? start + 1;
  }
}

/** Where the object that begins at `start` ends; braces inside strings don't count. */
const endOf = (text: string, start: number): number | undefined => {
  let depth = 0;
  let inString = false;
  for (let at = start; at < text.length; at++) {
    const char = text[at];
    if (inString) {
      if (char === "\\") at++;
      else if (char === '"') inString = false;
    } else if (char === '"') inString = true;
    else if (char === "{") depth++;
    else if (char === "}" && --depth === 0) return at + 1;
  }
  return undefined;
};
