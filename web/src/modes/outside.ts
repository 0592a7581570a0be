import type { Mode } from "./mode.ts";

/** Modes of folders outside the repository. In the built portal `web/modes-plugin.ts` has another module in the place of this one. */
export const outside: Readonly<Record<string, Mode>> = {};
