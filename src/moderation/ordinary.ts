export const ordinary: ReadonlySet<string> = new Set("".split(" "));
export const ordinaryPairs: ReadonlySet<string> = new Set();
