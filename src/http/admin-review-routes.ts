import type { Admin } from "../admin/admin.ts";
import type { Services } from "../../rooms/services.ts";
import { decisionFormat, exceptionFormat, reviewQueryFormat } from "../protocol/admin.ts";
import type { AdminDoor } from "./admin-door.ts";
import { checked, createEndpoint } from "./endpoint.ts";
import { ApiError } from "./errors.ts";
import { pageOf, readAdminId } from "./admin-reading.ts";

/** What waits for a decision, and the words that moderators have said are fit. */
export const adminReviewRoutes = (services: Services, { decide, wire }: Admin, door: AdminDoor) => {
  const { reviews, choiceKey, now } = services;

  return {
    adminReviews: createEndpoint(
      "/api/admin/reviews",
      { method: "GET", query: reviewQueryFormat, ...checked },
      async (request) => {
        await door.staff(request.headers);
        const { state, kind, search, player, limit, cursor } = request.query;
        const found = await reviews.list({
          state,
          kind,
          search,
          player: player as Parameters<typeof reviews.list>[0]["player"],
          limit: limit + 1,
          after: cursor,
        });
        const { page, next } = pageOf(found, limit, ({ id }) => id);
        return { reviews: page, ...next };
      },
    ),

    adminReview: createEndpoint("/api/admin/reviews/:id", { method: "GET" }, async (request) => {
      await door.staff(request.headers);
      const review = await reviews.find(readAdminId(request.params.id));
      if (review === undefined) throw new ApiError("not_found");
      return review;
    }),

    adminDecide: createEndpoint(
      "/api/admin/reviews/:id",
      { method: "POST", body: decisionFormat, ...checked },
      async (request) => {
        const by = await door.staff(request.headers);
        return door.answering(decide(readAdminId(request.params.id), by, request.body));
      },
    ),

    adminExceptions: createEndpoint("/api/admin/exceptions", { method: "GET" }, async (request) => {
      await door.staff(request.headers);
      return { exceptions: await reviews.exceptions() };
    }),

    adminAddException: createEndpoint(
      "/api/admin/exceptions",
      { method: "POST", body: exceptionFormat, ...checked },
      async (request) => {
        const by = await door.staff(request.headers);
        const text = choiceKey(request.body.text);
        if (text === "") throw new ApiError("malformed", { text: "has no letters" });
        const deed = { action: "exception.add", target: `words:${text}`, subject: "", why: request.body.why } as const;
        await door.act(by, { ...deed, before: null, after: { text } }, async () => {
          await reviews.addException({ text, by: by.id, at: now() });
          wire.tell("words", {});
        });
        return { ok: true as const };
      },
    ),

    adminRemoveException: createEndpoint(
      "/api/admin/exceptions",
      { method: "DELETE", body: exceptionFormat, ...checked },
      async (request) => {
        const by = await door.staff(request.headers);
        const { text: given, why } = request.body;
        // Kept under its key; what was kept under an older way of folding is found by its own words.
        const known = await reviews.exceptions();
        const kept = known.find(({ text }) => text === given || text === choiceKey(given));
        if (kept === undefined) throw new ApiError("not_found");
        const deed = { action: "exception.remove", target: `words:${kept.text}`, subject: "", why } as const;
        await door.act(by, { ...deed, before: kept, after: null }, async () => {
          await reviews.removeException(kept.text);
          wire.tell("words", {});
        });
        return { ok: true as const };
      },
    ),
  };
};
