import { useState } from "preact/hooks";
import type { Sanction } from "../../../../src/conduct/conduct.ts";
import { parts } from "../../text/parts.tsx";
import { sayRich } from "../../text/rich.ts";
import { say } from "../../text/say.ts";
import { post } from "../api.ts";
import { ReasonDialog } from "../reason-dialog.tsx";
import { mention } from "../saying.ts";
import { Ago, Moment } from "../when.tsx";
import { causeWords, sanctionWords } from "../words.ts";
import { isInForce } from "./person.ts";

type Props = { readonly sanctions: readonly Sanction[]; readonly onChanged: () => void };

/** Warnings, mutes and bans with their appeals; those in force can be lifted. */
export const Sanctions = ({ sanctions, onChanged }: Props) => {
  const [lifting, setLifting] = useState<Sanction>();
  const lift = async (why: string) => {
    await post(`sanctions/${encodeURIComponent(lifting?.id ?? "")}/lift`, { why });
    mention(say("adminPeople:sanction.liftDone"));
    onChanged();
  };
  return (
    <section class="card" aria-labelledby="sanctions">
      <h2 id="sanctions">{say("adminPeople:sanction.all")}</h2>
      {sanctions.length === 0 && <p class="muted">{say("admin:none")}</p>}
      <ul class="plain-list" data-testid="sanctions">
        {sanctions.map((sanction) => (
          <Line key={sanction.id} sanction={sanction} onLift={() => setLifting(sanction)} />
        ))}
      </ul>
      {lifting && (
        <ReasonDialog
          title={say("adminPeople:sanction.liftTitle", { kind: lifting.kind })}
          act={say("adminPeople:sanction.liftAct")}
          words={{ not_found: say("adminPeople:sanction.liftGone") }}
          onSure={lift}
          onClose={() => setLifting(undefined)}
        >
          <p>
            {sanctionWords(lifting)}: {lifting.reason}
          </p>
          <p>{say("adminPeople:sanction.liftHelp")}</p>
        </ReasonDialog>
      )}
    </section>
  );
};

const Line = ({ sanction, onLift }: { readonly sanction: Sanction; readonly onLift: () => void }) => {
  const { kind, reason, until, liftedAt, appeal, appealText } = sanction;
  const holds = isInForce(sanction);
  return (
    <li class={holds ? "holds" : ""} data-testid="sanction">
      <p class="line">
        <strong>{sanctionWords(sanction)}</strong>
        {holds && <span class="badge is-bad">{say("adminPeople:sanction.holds")}</span>}
        {liftedAt !== null && <span class="badge">{say("adminPeople:sanction.lifted")}</span>}
        {holds && (
          <button class="small quiet" data-testid="lift" onClick={onLift}>
            {say("adminPeople:sanction.lift")}
          </button>
        )}
      </p>
      <p>{causeWords(reason)}</p>
      <p class="muted">
        <Author sanction={sanction} />
        {kind !== "warning" && until === null && say("adminPeople:sanction.noEnd")}
        {kind !== "warning" && until !== null && sayRich("adminPeople:sanction.until", { when: <Moment at={until} /> })}
        {liftedAt !== null && sayRich("adminPeople:sanction.liftedAt", { when: <Ago at={liftedAt} /> })}
      </p>
      {appeal !== "none" && (
        <p class="quote">{sayRich("adminPeople:sanction.appeal", { state: appeal, text: appealText }, parts)}</p>
      )}
    </li>
  );
};

/** When it was, and whose doing. */
const Author = ({ sanction: { at, by, strikes } }: { readonly sanction: Sanction }) => {
  const when = <Ago at={at} />;
  if (by !== "") return sayRich("adminPeople:sanction.bySomebody", { when, by });
  return strikes > 0
    ? sayRich("adminPeople:sanction.byStrikes", { when, strikes })
    : sayRich("adminPeople:sanction.byRules", { when });
};
