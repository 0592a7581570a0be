import type { ComponentType } from "preact";
import type { Part } from "../text/catalogues.ts";

/** What a mode shows of its own. What it leaves out is shown as for every mode. */
export type ModeParts = {
  /** In phases of its own, to who plays or watches. */
  readonly Stage?: ComponentType;
  /** Beside the question, the reveal, the scores and the podium that all modes share. */
  readonly Beside?: ComponentType;
  /** In the place of the choices, where a question has none to show. */
  readonly Answer?: ComponentType;
  /** In phases of its own, on the big screen. */
  readonly Screen?: ComponentType;
  /** Beside what all modes share, on the big screen. */
  readonly ScreenBeside?: ComponentType;
};

export type Mode = {
  /** Where its texts are. */
  readonly texts: Part;
  /** Undefined for a mode that shows nothing of its own. */
  readonly load?: () => Promise<ModeParts>;
};
