import { Held, Outage } from "../journal/journal.ts";
import { ApiError } from "./errors.ts";

/** What the store throws, as a refusal: for `catch`. Anything else goes on as it is. */
export const asRefusal = (error: unknown): never => {
  throw error instanceof Outage || error instanceof Held ? new ApiError("not_available") : error;
};
