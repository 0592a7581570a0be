/** The header in which a pack's file comes with what the format can't hold: a JSON list of `{ line, field, reason }`. */
export const packWarningsHeader = "x-parlor-warnings";
