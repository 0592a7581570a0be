import { ErrorCode, matchMaker, ServerError } from "@colyseus/core";
import { SeatReservationError } from "@colyseus/core/errors/SeatReservationError";
import { mayWatch } from "../../rooms/admin-room.ts";
import type { Identity } from "../accounts/tokens.ts";
import { readCode } from "./codes.ts";
import { type HttpContext, identify } from "./context.ts";
import { ApiError } from "./errors.ts";
import { asRefusal as asStoreRefusal } from "./outages.ts";

export type SeatRequest = {
  readonly method: string;
  readonly target: string;
  readonly options: unknown;
  readonly authorization: string | undefined;
  readonly address: string;
};

/**
 * What the SDK's join calls ask for: a seat, reserved for a few seconds. Clients can't make rooms here.
 * Throws an ApiError with the code of the refusal.
 */
export const seatsOf = (context: HttpContext) => {
  const { limits, waker } = context;
  const toLobby = async (identity: Identity, target: string, options: unknown, address: string): Promise<object> => {
    await limits.wrongCode.check(address);
    const code = readCode(target);
    const lobby = code === undefined ? undefined : await waker.reach(code).catch(asStoreRefusal);
    if (lobby === undefined) {
      await limits.wrongCode.count(address);
      throw new ApiError("lobby_not_found");
    }
    const refusal = await lobby.refusalFor(identity, options).catch(asStoreRefusal);
    if (refusal !== undefined) throw new ApiError(refusal);
    // It was there a moment ago: who asks again finds it where it has gone to.
    return matchMaker.reserveSeatFor(lobby.listing, options, identity).catch((error: unknown) => {
      throw error instanceof ServerError ? new ApiError("not_available") : error;
    });
  };

  return async ({ method, target, options, authorization, address }: SeatRequest): Promise<object> => {
    const identity = await identify(context, authorization);
    await limits.join.count(identity.id);
    const given = typeof options === "object" && options !== null ? options : {};
    try {
      if (method === "joinById") return await toLobby(identity, target, given, address);
      if (method === "reconnect") return await matchMaker.reconnect(target, given);
      if ((method === "join" || method === "joinOrCreate") && (target === "directory" || target === "admin")) {
        if (target === "admin" && !mayWatch(identity)) throw new ApiError("not_owner");
        const listing = await matchMaker.findOneRoomAvailable(target, {});
        return await matchMaker.reserveSeatFor(listing ?? (await matchMaker.createRoom(target, {})), given, identity);
      }
      throw new ApiError("not_available", undefined, 400);
    } catch (error) {
      throw asRefusal(error);
    }
  };
};

/** What the framework throws, as one of our codes. */
const asRefusal = (error: unknown): unknown => {
  // No seat was reserved: the room has just gone, or another process did not answer.
  if (error instanceof SeatReservationError) return new ApiError("not_available");
  if (!(error instanceof ServerError)) return error;
  const gone: readonly number[] = [ErrorCode.MATCHMAKE_INVALID_ROOM_ID, ErrorCode.MATCHMAKE_EXPIRED];
  return gone.includes(error.code) ? new ApiError("lobby_not_found") : new ApiError("not_available");
};
