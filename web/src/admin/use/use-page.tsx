import { useEffect } from "preact/hooks";
import type { Usage } from "../../../../src/protocol/admin.ts";
import { follow } from "../../route.ts";
import { get } from "../api.ts";
import { useLoading } from "../loading.ts";
import { adminPath } from "../sections.ts";
import { DayBars } from "./day-bars.tsx";
import { Meter } from "./meter.tsx";

const everyMs = 15_000;

/** What models were used for, against their limits. */
export const UsePage = () => {
  const { data, fault, reload } = useLoading(() => get<Usage>("usage"), "");
  useEffect(() => {
    const timer = setInterval(() => {
      if (document.visibilityState === "visible") void reload();
    }, everyMs);
    return () => clearInterval(timer);
  }, []);
  return (
    <>
      <div class="head">
        <h1>AI use</h1>
        {data && <State usage={data} />}
      </div>
      <p class="fault" role="alert">
        {fault}
      </p>
      {data === undefined && fault === "" && <p class="empty">Looking…</p>}
      {data && (
        <>
          <div class="meters">
            <Meter name="Calls this minute" used={data.minute.calls} limit={data.limits.minute.calls} />
            <Meter name="Tokens this minute" used={data.minute.tokens} limit={data.limits.minute.tokens} />
            <Meter name="Calls today" used={data.day.calls} limit={data.limits.day.calls} />
            <Meter name="Tokens today" used={data.day.tokens} limit={data.limits.day.tokens} />
          </div>
          <DayBars days={data.days} currency={data.currency} />
          <TopLobbies usage={data} />
        </>
      )}
    </>
  );
};

const State = ({ usage: { configured, model, out } }: { readonly usage: Usage }) => {
  if (!configured) return <p class="muted">No model is set up: everything works without one.</p>;
  return (
    <p data-testid="model-state">
      <span class="mono">{model}</span>{" "}
      {out ? <span class="badge is-bad">out: left alone for a while</span> : <span class="badge is-good">answers</span>}
    </p>
  );
};

const TopLobbies = ({ usage: { lobbies } }: { readonly usage: Usage }) => (
  <section class="card" aria-labelledby="top-lobbies">
    <h2 id="top-lobbies">Most used today</h2>
    {lobbies.length === 0 && <p class="muted">No lobby has used a model today.</p>}
    {lobbies.length > 0 && (
      <table class="rows is-small">
        <thead>
          <tr>
            <th scope="col">Lobby</th>
            <th scope="col" class="figure">
              Calls
            </th>
            <th scope="col" class="figure">
              Tokens
            </th>
          </tr>
        </thead>
        <tbody>
          {lobbies.map(({ lobby, calls, tokens }) => (
            <tr key={lobby}>
              <th scope="row" data-name="Lobby">
                <a href={adminPath("lobbies", lobby)} onClick={follow}>
                  <code>{lobby}</code>
                </a>
              </th>
              <td data-name="Calls" class="figure">
                {calls.toLocaleString("en")}
              </td>
              <td data-name="Tokens" class="figure">
                {tokens.toLocaleString("en")}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    )}
  </section>
);
