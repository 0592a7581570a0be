import { say } from "../text/say.ts";

/** What the portal keeps in the browser, and what for. */
export const PrivacyNote = () => (
  <details class="unfold privacy" data-testid="privacy">
    <summary>{say("conduct:privacy.title")}</summary>
    <p>{say("conduct:privacy.browser")}</p>
    <p>{say("conduct:privacy.server")}</p>
  </details>
);
