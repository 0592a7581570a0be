import { lobby } from "../store.ts";
import { say } from "../text/say.ts";

/** Longer words are folded to their first line. */
const shortest = 60;

/** What the owner wishes of the bots' company, for everybody to know. */
export const CompanyLine = () => {
  const { prompt = "" } = lobby.value ?? {};
  if (prompt === "") return null;
  const words = say("host:company.line", { prompt });
  if (prompt.length <= shortest)
    return (
      <p class="company-line" data-testid="company-line">
        {words}
      </p>
    );
  return (
    <details class="company-line" data-testid="company-line">
      <summary>{words}</summary>
    </details>
  );
};
