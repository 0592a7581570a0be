import { useEffect, useState } from "preact/hooks";
import { useSending } from "../account/sending.ts";
import { order } from "../actions.ts";
import { serverNow } from "../clock.ts";
import { lobby } from "../store.ts";
import { SureButton } from "../sure-button.tsx";
import { say } from "../text/say.ts";
import { momentWords, reasonShort } from "./words.ts";

type Ban = {
  readonly player: string;
  readonly name: string;
  readonly reason: string;
  readonly until: number | null;
  readonly at: number;
  /** Whether the rules did it, and nobody's hand. */
  readonly byRules: boolean;
};

const askBans = async (): Promise<readonly Ban[]> => {
  const { bans = [] } = ((await order("bans", {})) ?? {}) as { readonly bans?: readonly Ban[] };
  return bans;
};

/** Who may not come in, and the way to let them in again. */
export const Bans = () => {
  const [bans, setBans] = useState<readonly Ban[]>();
  const { busy, fault, run } = useSending();
  // Whoever is banned leaves: then there may be one more.
  const count = lobby.value?.players.length;
  const load = () => void askBans().then(setBans, () => undefined);
  useEffect(load, [count]);
  const unban = async (player: string) => {
    if (await run(() => order("unban", { player }))) load();
  };
  return (
    <section class="bans" aria-labelledby="bans-title" data-testid="bans">
      <div class="panel-head">
        <h3 id="bans-title">{say("conduct:bans.title")}</h3>
        <button class="quiet small" onClick={load}>
          {say("conduct:bans.again")}
        </button>
      </div>
      {bans?.length === 0 && <p class="muted">{say("conduct:bans.nobody")}</p>}
      <ul>
        {bans?.map((ban) => (
          <li key={ban.player}>
            <p>
              <strong>{ban.name || say("conduct:bans.somebody")}</strong> <span class="muted">{aboutOf(ban)}</span>
            </p>
            <SureButton
              sure={say("conduct:bans.letInSure")}
              label={say("conduct:bans.letInName", { name: ban.name || say("conduct:bans.somebody") })}
              busy={busy}
              testId="unban"
              onSure={() => void unban(ban.player)}
            >
              {say("conduct:bans.letIn")}
            </SureButton>
          </li>
        ))}
      </ul>
      <p class="fault" role="alert">
        {fault}
      </p>
    </section>
  );
};

/** Until when, by whom and why, as far as there is something to say. */
const aboutOf = ({ until, byRules, reason }: Ban): string =>
  [
    until === null ? say("conduct:bans.noEnd") : say("conduct:bans.until", { moment: momentWords(until, serverNow()) }),
    byRules ? say("conduct:bans.byRules") : "",
    reason === "" ? "" : reasonShort(reason),
  ]
    .filter((words) => words !== "")
    .join(" · ");
