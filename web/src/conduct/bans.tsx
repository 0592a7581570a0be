import { useEffect, useState } from "preact/hooks";
import { useSending } from "../account/sending.ts";
import { order } from "../actions.ts";
import { serverNow } from "../clock.ts";
import { lobby } from "../store.ts";
import { SureButton } from "../sure-button.tsx";
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
        <h3 id="bans-title">Banned</h3>
        <button class="quiet small" onClick={load}>
          Look again
        </button>
      </div>
      {bans?.length === 0 && <p class="muted">Nobody is banned.</p>}
      <ul>
        {bans?.map(({ player, name, reason, until, byRules }) => (
          <li key={player}>
            <p>
              <strong>{name || "Somebody"}</strong>{" "}
              <span class="muted">
                {until === null ? "without an end" : `until ${momentWords(until, serverNow())}`}
                {byRules ? " · by the rules" : ""}
                {reason === "" ? "" : ` · ${reasonShort(reason)}`}
              </span>
            </p>
            <SureButton
              sure="Really let in again?"
              label={`Let ${name || "somebody"} in again`}
              busy={busy}
              testId="unban"
              onSure={() => void unban(player)}
            >
              Let in again
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
