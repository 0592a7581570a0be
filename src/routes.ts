import { createRouter } from "@colyseus/core";
import type { Admin } from "./admin/admin.ts";
import { staffOnly } from "./http/admin-door.ts";
import { adminRoutes } from "./http/admin-routes.ts";
import { accountRoutes, authRoutes } from "./http/auth-routes.ts";
import type { HttpContext } from "./http/context.ts";
import { routerErrors } from "./http/endpoint.ts";
import { lobbyRoutes } from "./http/lobby-routes.ts";
import { meRoutes } from "./http/me-routes.ts";
import { documentRoutes } from "./http/openapi.ts";
import { modeRoutes } from "./http/mode-routes.ts";
import { operatorRoutes } from "./http/operator-routes.ts";
import { packRoutes } from "./http/pack-routes.ts";
import { pictureRoutes } from "./http/picture-routes.ts";
import { privacyRoutes } from "./http/privacy-routes.ts";
import { questionRoutes } from "./http/question-routes.ts";
import { speechRoutes } from "./http/speech-routes.ts";
import { boardRoutes } from "./http/board-routes.ts";
import { standingsRoutes } from "./http/standings-routes.ts";
import { webhookRoutes } from "./http/webhook-routes.ts";
import type { Eraser } from "./privacy/eraser.ts";
import type { Speech } from "./speech/reader.ts";
import type { Store } from "./store.ts";

export type RoutesOptions = {
  readonly admin: Admin;
  readonly eraser: Eraser;
  readonly store: Store;
  readonly speech: Speech;
};

/** Everything that is answered over HTTP, but for the pages. */
export const routesOf = (context: HttpContext, { admin, eraser, store, speech }: RoutesOptions) => {
  const { identities, services } = context;
  const { recorder } = admin;
  return createRouter(
    {
      ...authRoutes(context, identities),
      ...accountRoutes(context, identities, eraser),
      ...privacyRoutes(context, { sources: { services, ...store }, eraser }),
      ...lobbyRoutes(context, recorder),
      ...modeRoutes(context),
      ...boardRoutes(context),
      ...standingsRoutes(context, recorder),
      ...packRoutes(context, store.packs),
      ...questionRoutes(context, recorder),
      ...pictureRoutes(),
      ...speechRoutes(context, speech),
      ...(store.webhooks === undefined ? {} : webhookRoutes(context, store.webhooks)),
      ...adminRoutes(context, admin),
      ...meRoutes(context),
      ...operatorRoutes(context),
      ...documentRoutes(store.webhooks !== undefined),
    },
    { ...routerErrors(services.log), routerMiddleware: [staffOnly(context)] },
  );
};
