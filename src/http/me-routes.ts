import { barredOf } from "../../rooms/visitor.ts";
import type { Identity } from "../accounts/tokens.ts";
import { isInForce } from "../conduct/barred.ts";
import type { Sanction } from "../conduct/conduct.ts";
import { appealFormat } from "../protocol/admin.ts";
import { readAdminId } from "./admin-reading.ts";
import { type HttpContext, identify } from "./context.ts";
import { checked, createEndpoint } from "./endpoint.ts";
import { ApiError } from "./errors.ts";

/** So long after its end somebody may still appeal against a sanction. */
const appealMs = 7 * 86_400_000;
const mostShown = 50;

/** What counts against somebody, for them to see, and what they say to it. Works for who is banned as well. */
export const meRoutes = (context: HttpContext) => {
  const { conduct, reviews, settings, now, newId } = context.services;
  const looks = context.limitOf("my-conduct", 60, 60);
  const appeals = context.limitOf("appeal", 10, 3600);

  const asking = (headers: Headers | undefined): Promise<Identity> => identify(context, headers?.get("authorization"));

  return {
    mySanctions: createEndpoint("/api/me/sanctions", { method: "GET" }, async (request) => {
      const identity = await asking(request.headers);
      const { id } = identity;
      await looks.count(id);
      const [strikes, sanctions, ofDevice] = await Promise.all([
        conduct.strikesOf(id),
        conduct.sanctionsOf(id),
        conduct.bansOfDevice(barredOf(identity).device, now()),
      ]);
      const own = sanctions.filter((one) => endOf(one) > now() - appealMs);
      // Put on a guest under another name: it holds for this one as well.
      const others = ofDevice.filter(({ player }) => player !== id);
      return {
        strikes: strikes
          .filter(({ clearedAt, expiresAt }) => clearedAt === null && expiresAt > now())
          .slice(0, mostShown)
          .map((one) => ({
            id: one.id,
            reason: one.reason,
            weight: one.weight,
            at: one.at,
            expiresAt: one.expiresAt,
            lobby: one.lobby,
          })),
        sanctions: [...own.slice(0, mostShown), ...others.slice(0, mostShown)].map((one) => ({
          id: one.id,
          kind: one.kind,
          scope: one.scope,
          lobby: one.lobby,
          reason: one.reason,
          at: one.at,
          // What was lifted has ended then.
          until: Number.isFinite(endOf(one)) ? endOf(one) : null,
          appeal: one.appeal,
          byDevice: one.player !== id,
        })),
        limit: settings.current().strikeLimit,
      };
    }),

    appeal: createEndpoint(
      "/api/me/sanctions/:id/appeal",
      { method: "POST", body: appealFormat, ...checked },
      async (request) => {
        const identity = await asking(request.headers);
        const { id: player, name } = identity;
        await appeals.count(player);
        const { text } = request.body;
        const sanction = await conduct.find(readAdminId(request.params.id));
        // Who asks for somebody else's is not told that there is one.
        if (sanction === undefined || !mayAppeal(sanction, identity, now())) throw new ApiError("not_found");
        if (sanction.liftedAt !== null) throw new ApiError("conflict");
        if (endOf(sanction) < now() - appealMs) throw new ApiError("too_late", undefined, 409);
        if (sanction.appeal !== "none") throw new ApiError("conflict");
        // First, as one that could not be read by anybody could not be made again; a second time it adds nothing.
        await reviews.add({
          id: newId(),
          kind: "appeal",
          lobby: sanction.lobby,
          player,
          name,
          // The sanction stands for a line: each has one matter.
          message: sanction.id,
          text,
          rule: sanction.kind,
          category: sanction.reason,
          score: 0,
          context: [],
          sanction: sanction.id,
          strike: sanction.strike,
          at: now(),
        });
        // What another guest of the device writes is theirs: it stands in the queue, and not with who was banned.
        const kept = sanction.player === player ? text : "";
        const appealed = await conduct.appeal(sanction.id, sanction.player, kept, now());
        if (typeof appealed === "string") throw new ApiError(appealed);
        return { ok: true as const };
      },
    ),
  };
};

/** Who it was put on may, and a guest whom a ban keeps out because of the device. */
const mayAppeal = (sanction: Sanction, identity: Identity, now: number): boolean => {
  if (sanction.player === identity.id) return true;
  const { device } = barredOf(identity);
  return device !== "" && sanction.device === device && sanction.kind === "ban" && isInForce(sanction, now);
};

/** When a sanction ends or has ended, in ms since 1970. */
const endOf = ({ until, liftedAt }: Sanction): number => Math.min(until ?? Infinity, liftedAt ?? Infinity);
