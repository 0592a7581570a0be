import type { Review } from "./reviews.ts";

/** So many reports are shown of one matter. */
export const mostReports = 20;

/** So many people who report what was allowed open it again. */
export const reportsToReopen = 3;

/** Somebody who decides a matter has so long to do what follows from it; then others may. */
export const takenMs = 30_000;

/** So many lines around a matter are kept. */
export const mostContext = 5;

/** Whether a decision about it says something about words: those about people and sanctions don't. */
export const isTraining = ({ kind, text }: Pick<Review, "kind" | "text">): boolean => {
  if (text === "") return false;
  switch (kind) {
    case "report":
    case "flag":
    case "hold":
    case "block":
      return true;
    case "person":
    case "appeal":
      return false;
  }
};
