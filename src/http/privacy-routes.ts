import type { Eraser } from "../privacy/eraser.ts";
import { type ExportSources, exportOf } from "../privacy/export.ts";
import { addressHeader, type HttpContext, identify } from "./context.ts";
import { download } from "./download.ts";
import { createEndpoint } from "./endpoint.ts";
import { ApiError } from "./errors.ts";

/** Exports made at the same time in this process. */
const atOnce = 2;

type Parts = { readonly sources: ExportSources; readonly eraser: Pick<Eraser, "erase"> };

/** What anybody may ask about themselves, those who are banned, too. */
export const privacyRoutes = (context: Pick<HttpContext, "identities" | "limitOf">, { sources, eraser }: Parts) => {
  const exportsBy = {
    person: context.limitOf("export-person", 2, 3600),
    address: context.limitOf("export-address", 60, 3600),
  };
  // Each is looked for in every lobby that they were in; a class that goes is one address.
  const goings = context.limitOf("delete-address", 60, 3600);
  const { accounts } = context.identities;
  let running = 0;

  return {
    exportMe: createEndpoint("/api/me/export", { method: "GET" }, async ({ headers }) => {
      const identity = await identify(context, headers?.get("authorization"));
      if (running >= atOnce) throw new ApiError("too_fast", undefined, 503);
      await exportsBy.address.count(headers?.get(addressHeader) ?? "");
      await exportsBy.person.count(identity.id);
      running += 1;
      try {
        const text = JSON.stringify(await exportOf(sources, identity));
        return download(text, "application/json", 'attachment; filename="parlor-my-data.json"');
      } finally {
        running -= 1;
      }
    }),

    /** For guests, who have nothing but their token; an account goes by `/auth/delete-account`, with the password. */
    deleteMe: createEndpoint("/api/me/delete", { method: "POST" }, async ({ headers }) => {
      const identity = await identify(context, headers?.get("authorization"));
      await goings.count(headers?.get(addressHeader) ?? "");
      const isGuest = identity.kind === "human" && identity.version === undefined;
      if (!isGuest || (await accounts.find(identity.id)) !== undefined) throw new ApiError("wrong_credentials");
      await eraser.erase(identity);
      return { ok: true as const };
    }),
  };
};
