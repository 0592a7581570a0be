import { gamesOf } from "../lobby/index.ts";
import type { ModeInfo } from "../protocol/modes.ts";
import type { HttpContext } from "./context.ts";
import { createEndpoint } from "./endpoint.ts";

/** Which modes this server can play, and what hosts may set about each. */
export const modeRoutes = ({ services }: Pick<HttpContext, "services">) => {
  const modes = [...gamesOf(services.games).values()].map(
    ({ mode, options = {}, needsNoQuestions = false }): ModeInfo => ({
      mode,
      needsQuestions: !needsNoQuestions,
      options,
    }),
  );
  return { listModes: createEndpoint("/api/modes", { method: "GET" }, () => Promise.resolve({ modes })) };
};
