import { useState } from "preact/hooks";
import type { Sanction } from "../../../../src/conduct/conduct.ts";
import { post } from "../api.ts";
import { ReasonDialog } from "../reason-dialog.tsx";
import { say } from "../saying.ts";
import { Ago, Moment } from "../when.tsx";
import { plain, sanctionWords } from "../words.ts";
import { isInForce } from "./person.ts";

type Props = { readonly sanctions: readonly Sanction[]; readonly onChanged: () => void };

/** Warnings, mutes and bans with their appeals; those in force can be lifted. */
export const Sanctions = ({ sanctions, onChanged }: Props) => {
  const [lifting, setLifting] = useState<Sanction>();
  const lift = async (why: string) => {
    await post(`sanctions/${encodeURIComponent(lifting?.id ?? "")}/lift`, { why });
    say("It has been lifted.");
    onChanged();
  };
  return (
    <section class="card" aria-labelledby="sanctions">
      <h2 id="sanctions">Sanctions</h2>
      {sanctions.length === 0 && <p class="muted">None.</p>}
      <ul class="plain-list" data-testid="sanctions">
        {sanctions.map((sanction) => (
          <Line key={sanction.id} sanction={sanction} onLift={() => setLifting(sanction)} />
        ))}
      </ul>
      {lifting && (
        <ReasonDialog
          title={`Lift this ${lifting.kind}?`}
          act="Lift it"
          words={{ not_found: "It is not in force any more." }}
          onSure={lift}
          onClose={() => setLifting(undefined)}
        >
          <p>
            {sanctionWords(lifting)}: {lifting.reason}
          </p>
          <p>The strike that led to it counts no longer, either.</p>
        </ReasonDialog>
      )}
    </section>
  );
};

const Line = ({ sanction, onLift }: { readonly sanction: Sanction; readonly onLift: () => void }) => {
  const { kind, reason, at, until, liftedAt, by, strikes, appeal, appealText } = sanction;
  const holds = isInForce(sanction);
  return (
    <li class={holds ? "holds" : ""} data-testid="sanction">
      <p class="line">
        <strong>{sanctionWords(sanction)}</strong>
        {holds && <span class="badge is-bad">in force</span>}
        {liftedAt !== null && <span class="badge">lifted</span>}
        {holds && (
          <button class="small quiet" data-testid="lift" onClick={onLift}>
            Lift…
          </button>
        )}
      </p>
      <p>{plain(reason)}</p>
      <p class="muted">
        <Ago at={at} /> {by === "" ? `by the rules${strikes > 0 ? `, at ${strikes} strikes` : ""}` : `by ${by}`}
        {kind !== "warning" && until === null && ", without an end"}
        {kind !== "warning" && until !== null && (
          <>
            , until <Moment at={until} />
          </>
        )}
        {liftedAt !== null && (
          <>
            , lifted <Ago at={liftedAt} />
          </>
        )}
      </p>
      {appeal !== "none" && (
        <p class="quote">
          <strong>Appeal, {appeal}:</strong> {appealText}
        </p>
      )}
    </li>
  );
};
