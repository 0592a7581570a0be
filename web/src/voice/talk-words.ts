import { say } from "../text/say.ts";
import type { TalkFault } from "./recogniser.ts";

/** What to do when nothing was understood. */
export const faultWords = (fault: TalkFault): string => say(`voice:fault.${fault}`);
