import type { Strike } from "../../../../src/conduct/conduct.ts";
import { Ago } from "../when.tsx";
import { plain } from "../words.ts";
import { counts } from "./person.ts";

/** Counted breaches; those that count no longer are marked. */
export const Strikes = ({ strikes }: { readonly strikes: readonly Strike[] }) => (
  <section class="card" aria-labelledby="strikes">
    <h2 id="strikes">Strikes</h2>
    {strikes.length === 0 && <p class="muted">None.</p>}
    <ul class="plain-list" data-testid="strikes">
      {strikes.map((strike) => (
        <li key={strike.id}>
          <p class="line">
            <strong>{plain(strike.reason)}</strong>
            {strike.weight > 1 && <span class="badge is-warn">weighs {strike.weight}</span>}
            {!counts(strike) && <span class="badge">counts no longer</span>}
            <span class="muted">
              <Ago at={strike.at} /> in {strike.lobby || "no lobby"}
              {strike.rule !== "" && ` · ${strike.rule}`}
            </span>
          </p>
          {strike.text !== "" && <p class="quote">{strike.text}</p>}
        </li>
      ))}
    </ul>
  </section>
);
