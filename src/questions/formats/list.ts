import { LIMITS } from "./pack.ts";

/** The parts of a list in one cell: JSON, Python's brackets, or separated by the first of the separators that is there. */
export const splitList = (cell: string, separators: readonly string[]): readonly string[] => {
  const text = cell.trim();
  if (text.startsWith("[") && text.endsWith("]")) {
    const parts = [
      ...text.matchAll(/"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)'|([^\s,'"[\]][^,[\]]*)/g).take(LIMITS.listed),
    ];
    return parts.map(([, double, single, bare]) => (double ?? single ?? bare ?? "").replaceAll(/\\(.)/g, "$1").trim());
  }
  const separator = separators.find((candidate) => text.includes(candidate));
  return (separator === undefined ? [text] : text.split(separator, LIMITS.listed))
    .map((part) => part.trim())
    .filter((part) => part !== "");
};
