import { useEffect } from "preact/hooks";
import type { Usage } from "../../../../src/protocol/admin.ts";
import { follow } from "../../route.ts";
import { inFigures } from "../../text/figures.ts";
import { say } from "../../text/say.ts";
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
        <h1>{say("admin:section.use")}</h1>
        {data && <State usage={data} />}
      </div>
      <p class="fault" role="alert">
        {fault}
      </p>
      {data === undefined && fault === "" && <p class="empty">{say("admin:looking")}</p>}
      {data && (
        <>
          <div class="meters">
            <Meter
              name={say("adminServer:use.callsMinute")}
              used={data.minute.calls}
              limit={data.limits.minute.calls}
            />
            <Meter
              name={say("adminServer:use.tokensMinute")}
              used={data.minute.tokens}
              limit={data.limits.minute.tokens}
            />
            <Meter name={say("adminServer:use.callsDay")} used={data.day.calls} limit={data.limits.day.calls} />
            <Meter name={say("adminServer:use.tokensDay")} used={data.day.tokens} limit={data.limits.day.tokens} />
          </div>
          <DayBars days={data.days} currency={data.currency} />
          <TopLobbies usage={data} />
        </>
      )}
    </>
  );
};

const State = ({ usage: { configured, model, out } }: { readonly usage: Usage }) => {
  if (!configured) return <p class="muted">{say("adminServer:use.none")}</p>;
  return (
    <p data-testid="model-state">
      <span class="mono">{model}</span>{" "}
      {out ? (
        <span class="badge is-bad">{say("adminServer:use.out")}</span>
      ) : (
        <span class="badge is-good">{say("adminServer:use.answers")}</span>
      )}
    </p>
  );
};

const TopLobbies = ({ usage: { lobbies } }: { readonly usage: Usage }) => (
  <section class="card" aria-labelledby="top-lobbies">
    <h2 id="top-lobbies">{say("adminServer:use.most")}</h2>
    {lobbies.length === 0 && <p class="muted">{say("adminServer:use.noLobby")}</p>}
    {lobbies.length > 0 && (
      <table class="rows is-small">
        <thead>
          <tr>
            <th scope="col">{say("adminServer:use.lobby")}</th>
            <th scope="col" class="figure">
              {say("adminServer:use.calls")}
            </th>
            <th scope="col" class="figure">
              {say("adminServer:use.tokens")}
            </th>
          </tr>
        </thead>
        <tbody>
          {lobbies.map(({ lobby, calls, tokens }) => (
            <tr key={lobby}>
              <th scope="row" data-name={say("adminServer:use.lobby")}>
                <a href={adminPath("lobbies", lobby)} onClick={follow}>
                  <code>{lobby}</code>
                </a>
              </th>
              <td data-name={say("adminServer:use.calls")} class="figure">
                {inFigures(calls)}
              </td>
              <td data-name={say("adminServer:use.tokens")} class="figure">
                {inFigures(tokens)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    )}
  </section>
);
