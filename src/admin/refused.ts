import type { Code } from "../protocol/codes.ts";

/** Something that the staff may not or can't do, with the code that says why. */
export class Refused extends Error {
  override readonly name = "Refused";
  readonly code: Code;
  constructor(code: Code) {
    super(code);
    this.code = code;
  }
}
