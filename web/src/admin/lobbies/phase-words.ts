import { say } from "../../text/say.ts";
import { phaseName } from "../words.ts";

type At = { readonly status: string; readonly phase: string; readonly number: number; readonly total: number };

/** Where a lobby is: such as `question 3 of 10`. */
export const phaseWords = ({ status, phase, number, total }: At): string => {
  if (phase === "") return phaseName(status);
  const name = phaseName(phase);
  return number > 0 ? say("admin:phase.of", { phase: name, number, total }) : name;
};
