import type { HttpContext } from "./context.ts";
import type { Packs } from "../packs/packs.ts";
import { mostBytes } from "../packs/packs.ts";
import { withIds } from "../packs/edit.ts";
import { newPackFormat, packChangesFormat, packListQuery } from "../protocol/packs.ts";
import { parseLargeJson } from "./body.ts";
import { checked, createEndpoint } from "./endpoint.ts";
import { assertSound, packDoorOf, parsed } from "./pack-door.ts";
import { packFileRoutes } from "./pack-file-routes.ts";
import { packMakingRoutes } from "./pack-making-routes.ts";
import { packQuestionRoutes } from "./pack-question-routes.ts";
import { uploadsOf } from "./upload.ts";

/** Question packs: their owners make and change them, others read and copy those that are shared by a link. */
export const packRoutes = (context: Pick<HttpContext, "identities" | "services" | "limitOf">, packs: Packs) => {
  const { newId } = context.services;
  const door = packDoorOf(context, packs);
  const uploads = uploadsOf();

  return {
    ...packFileRoutes({ door, uploads, newId }),
    ...packMakingRoutes(context, door),
    ...packQuestionRoutes(door, newId),

    makePack: createEndpoint("/api/packs", { method: "POST", disableBody: true }, (request) =>
      uploads.within(request, async () => {
        const visitor = await door.visitor(request.headers);
        await door.count("write", visitor);
        return uploads.receive(request, mostBytes, async (bytes) => {
          const body = parsed(newPackFormat, parseLargeJson(bytes, request.headers?.get("content-type")));
          assertSound(body.questions);
          await door.assertFit(body);
          const questions = withIds(body.questions, [], newId);
          const pack = await door.add(visitor, { ...body, questions, id: newId(), owner: visitor.identity.id });
          return Response.json(pack, { status: 201 });
        });
      }),
    ),

    listPacks: createEndpoint("/api/packs", { method: "GET", query: packListQuery, ...checked }, async (request) => {
      const { identity } = await door.visitor(request.headers);
      return packs.list(identity.id, request.query.limit, request.query.cursor);
    }),

    showPack: createEndpoint("/api/packs/:id", { method: "GET" }, async (request) =>
      Response.json(await door.read(await door.visitor(request.headers), request.params.id)),
    ),

    changePack: createEndpoint("/api/packs/:id", { method: "PATCH", disableBody: true }, (request) =>
      uploads.within(request, async () => {
        const visitor = await door.visitor(request.headers);
        await door.count("write", visitor);
        return uploads.receive(request, mostBytes, async (bytes) => {
          const body = parsed(packChangesFormat, parseLargeJson(bytes, request.headers?.get("content-type")));
          const { version, questions, ...rest } = body;
          assertSound(questions ?? []);
          await door.assertFit(body);
          const given = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined));
          if (questions !== undefined) await door.countVolume(visitor, withIds(questions, [], newId));
          const pack = await door.edit(visitor, request.params.id, version, (before) => ({
            ...given,
            ...(questions === undefined ? {} : { questions: withIds(questions, before.questions, newId) }),
          }));
          return Response.json(pack);
        });
      }),
    ),

    removePack: createEndpoint("/api/packs/:id", { method: "DELETE" }, async (request) => {
      const visitor = await door.visitor(request.headers);
      await door.count("write", visitor);
      await door.remove(visitor, request.params.id);
      return { ok: true as const };
    }),

    copyPack: createEndpoint("/api/packs/:id/copy", { method: "POST" }, async (request) => {
      const visitor = await door.visitor(request.headers);
      await door.count("write", visitor);
      const { title, description, questions } = await door.read(visitor, request.params.id);
      const copy = { title, description, questions, visibility: "private" as const };
      const pack = await door.add(visitor, { ...copy, id: newId(), owner: visitor.identity.id });
      return Response.json(pack, { status: 201 });
    }),
  };
};
