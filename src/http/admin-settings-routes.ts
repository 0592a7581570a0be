import type { Admin } from "../admin/admin.ts";
import { RetrainRefused } from "../moderation/learned/retrain.ts";
import { type ServerSettings, settingsChangeFormat } from "../protocol/admin.ts";
import type { SettingsStore } from "../settings/settings.ts";
import type { AdminDoor } from "./admin-door.ts";
import { checked, createEndpoint } from "./endpoint.ts";
import { ApiError } from "./errors.ts";

/** The server's settings, and the training of the learned signal. */
export const adminSettingsRoutes = (settings: SettingsStore, { retrain, wire }: Admin, door: AdminDoor) => ({
  adminSettings: createEndpoint("/api/admin/settings", { method: "GET" }, async (request) => {
    await door.staff(request.headers);
    return { settings: settings.current() };
  }),

  adminChangeSettings: createEndpoint(
    "/api/admin/settings",
    { method: "PATCH", body: settingsChangeFormat, ...checked },
    async (request) => {
      const by = await door.admin(request.headers);
      const { why } = request.body;
      const changes = withoutGaps(request.body.changes);
      const names = Object.keys(changes) as (keyof ServerSettings)[];
      if (names.length === 0) return { settings: settings.current() };
      const was = settings.current();
      const before = Object.fromEntries(names.map((name) => [name, was[name]]));
      const deed = { action: "settings.change", target: "server", subject: "", why } as const;
      const changed = await door.act(by, { ...deed, before, after: changes }, () => settings.change(changes));
      wire.tell("settings", {});
      return { settings: changed };
    },
  ),

  adminRetrain: createEndpoint("/api/admin/retrain", { method: "POST" }, async (request) => {
    const by = await door.admin(request.headers);
    if (retrain === undefined) throw new ApiError("not_available");
    const deed = { action: "signal.retrain", target: "server", subject: "", why: "" } as const;
    return door.act(by, { ...deed, before: null, after: null }, () => retrain().catch(asRefusal));
  }),
});

/** Why the signal was not trained, as a refusal. */
const asRefusal = (error: unknown): never => {
  if (!(error instanceof RetrainRefused)) throw error;
  switch (error.code) {
    case "too_few_decisions":
      throw new ApiError("wrong_phase", { decisions: error.message });
    case "retraining":
      throw new ApiError("busy");
    case "retraining_failed":
      throw new ApiError("not_available");
  }
};

const withoutGaps = (changes: Readonly<Record<string, unknown>>): Partial<ServerSettings> =>
  Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined));
