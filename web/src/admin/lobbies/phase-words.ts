import { plain } from "../words.ts";

type At = { readonly status: string; readonly phase: string; readonly number: number; readonly total: number };

/** Where a lobby is: such as `question 3 of 10`. */
export const phaseWords = ({ status, phase, number, total }: At): string => {
  if (phase === "") return plain(status);
  return number > 0 ? `${plain(phase)} ${number} of ${total}` : plain(phase);
};
