import { say } from "../text/say.ts";

/** 1 → 1st */
export const ordinal = (place: number): string => say("play:rank.place", { rank: place });
