import type { ComponentChildren } from "preact";
import { follow } from "../../route.ts";
import { sayRich } from "../../text/rich.ts";
import { say } from "../../text/say.ts";
import { adminPath } from "../sections.ts";
import { Ago } from "../when.tsx";

type Report = { readonly player: string; readonly reason: string; readonly at: number };

const muted = (words: ComponentChildren) => <span class="muted">{words}</span>;

const person = (id: string) => (
  <a class="id" href={adminPath("people", id)} onClick={follow}>
    {id}
  </a>
);

/** Who reported it, and why. */
export const Reports = ({ reports }: { readonly reports: readonly Report[] }) =>
  reports.length === 0 ? null : (
    <ul class="reports" aria-label={say("admin:queue.reportsList")}>
      {reports.map(({ player, reason, at }) => (
        <li key={`${player} ${at}`}>
          {sayRich("admin:queue.reported", { reason, player: person(player) }, { muted })}{" "}
          <span class="muted">
            <Ago at={at} />
          </span>
        </li>
      ))}
    </ul>
  );
