import { say } from "../text/say.ts";

/** Said while nothing can be made durable: the lobby's clock stands, and answers wait. The announcer reads it out. */
export const Degraded = () => (
  <p class="banner" data-testid="degraded">
    {say("play:notice.degraded")}
  </p>
);
