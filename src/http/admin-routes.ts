import type { Admin } from "../admin/admin.ts";
import { adminAuditRoutes } from "./admin-audit-routes.ts";
import { adminDoorOf } from "./admin-door.ts";
import { adminFiguresRoutes } from "./admin-figures-routes.ts";
import { adminLobbyRoutes } from "./admin-lobby-routes.ts";
import { adminPeopleRoutes } from "./admin-people-routes.ts";
import { adminReviewRoutes } from "./admin-review-routes.ts";
import { adminSessionRoutes } from "./admin-session-routes.ts";
import { adminSettingsRoutes } from "./admin-settings-routes.ts";
import type { HttpContext } from "./context.ts";

/** Everything under `/api/admin/` but for questions. */
export const adminRoutes = (context: HttpContext, admin: Admin) => {
  const { services, identities } = context;
  const door = adminDoorOf(context, admin.recorder);
  return {
    ...adminSessionRoutes(context, admin, door),
    ...adminLobbyRoutes(admin, door),
    ...adminReviewRoutes(services, admin, door),
    ...adminPeopleRoutes(services, identities.accounts, admin, door),
    ...adminAuditRoutes(services.audit, door),
    ...adminSettingsRoutes(services.settings, admin, door),
    ...adminFiguresRoutes(admin, door, services.now),
  };
};
