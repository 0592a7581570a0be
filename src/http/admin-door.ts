import { createMiddleware } from "@colyseus/core";
import type { AdminDeed, Recorder } from "../admin/recorder.ts";
import { Refused } from "../admin/refused.ts";
import type { Identity } from "../accounts/tokens.ts";
import { type HttpContext, identify } from "./context.ts";
import { ApiError } from "./errors.ts";

/** Who may do what the staff do, and the book it is written into. */
export type AdminDoor = {
  /** A moderator or an admin by their token; throws `unauthorized`, `token_expired` or `not_owner`. */
  readonly staff: (headers: Headers | undefined) => Promise<Identity>;
  readonly admin: (headers: Headers | undefined) => Promise<Identity>;
  /** Does something once it is in the audit log that it is going to be done. */
  readonly act: <Result>(by: Identity, deed: AdminDeed, work: () => Promise<Result>) => Promise<Result>;
  /** The same, with what was Refused as an answer to the request. */
  readonly answering: <Result>(work: Promise<Result>) => Promise<Result>;
};

/** Stands before every route of the staff, also one that forgets to ask, and before what is sent is looked at. */
export const staffOnly = (context: Pick<HttpContext, "identities">) => ({
  path: "/api/admin/**",
  middleware: createMiddleware(async ({ headers }) => void (await staffOf(context, headers))),
});

/** Refuses everybody who is not staff: players, bots, and who has no good token. */
const staffOf = async (context: Pick<HttpContext, "identities">, headers: Headers | undefined): Promise<Identity> => {
  const identity = await identify(context, headers?.get("authorization"));
  if (identity.role === "player" || identity.kind !== "human") throw new ApiError("not_owner");
  return identity;
};

export const adminDoorOf = (context: Pick<HttpContext, "identities">, recorder: Recorder): AdminDoor => {
  const staff = (headers: Headers | undefined): Promise<Identity> => staffOf(context, headers);
  return {
    staff,
    admin: async (headers) => {
      const identity = await staff(headers);
      if (identity.role !== "admin") throw new ApiError("not_owner");
      return identity;
    },
    act: (by, deed, work) => answering(recorder.act(by, deed, work)),
    answering,
  };
};

const answering = async <Result>(work: Promise<Result>): Promise<Result> => {
  try {
    return await work;
  } catch (error) {
    throw error instanceof Refused ? new ApiError(error.code) : error;
  }
};
