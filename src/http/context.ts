import { type Identity, TokenError } from "../accounts/tokens.ts";
import type { Identities } from "../accounts/identities.ts";
import type { Config } from "../config.ts";
import type { Services } from "../../rooms/services.ts";
import type { Waker } from "../../rooms/waker.ts";
import type { Condition } from "../telemetry/condition.ts";
import { askedBy } from "../telemetry/requests.ts";
import { ApiError } from "./errors.ts";
import type { LimitMaker, Limits } from "./limits.ts";

/** What the routes need. */
export type HttpContext = {
  readonly services: Services;
  readonly config: Config;
  readonly limits: Limits;
  readonly limitOf: LimitMaker;
  readonly waker: Waker;
  readonly identities: Identities;
  /** This process, as other processes know it. */
  readonly runner: string;
  /** The admin's hashed password. */
  readonly adminHash: string;
  /** Whether the process is willing to take on work. */
  readonly isReady: () => boolean;
  readonly condition: () => Condition;
};

const bearer = /^Bearer (\S+)$/i;

/** The token of an `Authorization: Bearer …` header. */
const bearerOf = (header: string | null | undefined): string | undefined => bearer.exec(header ?? "")?.[1];

/** Who is asking, by a token that has not been ended; throws `unauthorized` or `token_expired`. */
export const identify = async (
  { identities }: Pick<HttpContext, "identities">,
  authorization: string | null | undefined,
): Promise<Identity> => {
  try {
    const identity = await identities.admission.admit(bearerOf(authorization));
    askedBy(identity.id);
    return identity;
  } catch (error) {
    if (error instanceof TokenError) throw new ApiError(error.code);
    throw error;
  }
};

/** Who is asking, for what anybody may see: a token that has run out is as good as none. */
export const identifyIfAny = async (
  context: Pick<HttpContext, "identities">,
  authorization: string | null | undefined,
): Promise<Identity | undefined> => {
  try {
    return await identify(context, authorization);
  } catch (error) {
    if (error instanceof ApiError) return undefined;
    throw error;
  }
};

/** Header under which the listener hands the client's address to the routes; a client's own is dropped. */
export const addressHeader = "x-parlor-address";
