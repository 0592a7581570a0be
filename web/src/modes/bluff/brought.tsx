import { say } from "../../text/say.ts";
import { own } from "./round.ts";

/** What the round has brought who looks at the page. */
export const Brought = () => {
  const { brought } = own();
  if (brought === null) return null;
  const { found, fooling, fooled } = brought;
  return (
    <div class="bluff-brought" data-testid="brought">
      {found > 0 && <p>{say("modeBluff:own.found", { points: found })}</p>}
      {fooled > 0 && <p>{say("modeBluff:own.fooled", { count: fooled, points: fooling })}</p>}
      {found + fooled === 0 && <p>{say("modeBluff:own.nothing")}</p>}
    </div>
  );
};
