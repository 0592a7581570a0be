import type { ModelFault } from "../../model/model.ts";

/** A source that ended early because of its model; the message is a stable code such as `model_too_slow`. */
export class SourceFault extends Error {
  override readonly name = "SourceFault";
  readonly fault: ModelFault;

  constructor(fault: ModelFault) {
    super(`model_${fault}`);
    this.fault = fault;
  }
}
