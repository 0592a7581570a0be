import type { Standing } from "./state.ts";

/** How long players have to stake something, in ms. */
export const wagerMs = 15_000;

/** Who has nothing can stake nothing, and is not waited for. */
export const mayWager = ({ score, presence }: Standing): boolean => score > 0 && presence !== "gone";
