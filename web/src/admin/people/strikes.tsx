import type { Strike } from "../../../../src/conduct/conduct.ts";
import { sayRich } from "../../text/rich.ts";
import { say } from "../../text/say.ts";
import { Ago } from "../when.tsx";
import { causeWords } from "../words.ts";
import { counts } from "./person.ts";

/** Counted breaches; those that count no longer are marked. */
export const Strikes = ({ strikes }: { readonly strikes: readonly Strike[] }) => (
  <section class="card" aria-labelledby="strikes">
    <h2 id="strikes">{say("adminPeople:people.strikes")}</h2>
    {strikes.length === 0 && <p class="muted">{say("admin:none")}</p>}
    <ul class="plain-list" data-testid="strikes">
      {strikes.map((strike) => (
        <li key={strike.id}>
          <p class="line">
            <strong>{causeWords(strike.reason)}</strong>
            {strike.weight > 1 && (
              <span class="badge is-warn">{say("adminPeople:strike.weighs", { weight: strike.weight })}</span>
            )}
            {!counts(strike) && <span class="badge">{say("adminPeople:strike.over")}</span>}
            <span class="muted">
              {strike.lobby === ""
                ? sayRich("adminPeople:strike.noLobby", { when: <Ago at={strike.at} /> })
                : sayRich("adminPeople:strike.lobby", { when: <Ago at={strike.at} />, lobby: strike.lobby })}
              {strike.rule !== "" && ` · ${strike.rule}`}
            </span>
          </p>
          {strike.text !== "" && <p class="quote">{strike.text}</p>}
        </li>
      ))}
    </ul>
  </section>
);
