import { follow } from "../../route.ts";
import { adminPath } from "../sections.ts";
import { Ago } from "../when.tsx";

type Report = { readonly player: string; readonly reason: string; readonly at: number };

/** Who reported it, and why. */
export const Reports = ({ reports }: { readonly reports: readonly Report[] }) =>
  reports.length === 0 ? null : (
    <ul class="reports" aria-label="Reports">
      {reports.map(({ player, reason, at }) => (
        <li key={`${player} ${at}`}>
          “{reason}” <span class="muted">reported by</span>{" "}
          <a class="id" href={adminPath("people", player)} onClick={follow}>
            {player}
          </a>{" "}
          <span class="muted">
            <Ago at={at} />
          </span>
        </li>
      ))}
    </ul>
  );
