import { say as sayKey } from "../text/say.ts";

/** What the page of a mode stands on: `parlor/page`. See `docs/write-a-mode.md`. */
export { Timer } from "../game/timer.tsx";
export { useFit } from "../screen/use-fit.ts";
export { lobby } from "../store.ts";
export { inFigures } from "../text/figures.ts";
export { isKey } from "../text/say.ts";
export { type Ask, AskCard, Asks, asksFor, useMove } from "./asks.tsx";
export type { ModeParts } from "./mode.ts";
export { nameOf, ownView, partOf } from "./view.ts";

/** A text by its name, which is not looked at here: a mode outside brings its own. */
export const say = sayKey as (key: string, values?: Readonly<Record<string, string | number>>) => string;
