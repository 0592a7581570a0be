import { useState } from "preact/hooks";
import type { Entry } from "../../../../src/audit/audit.ts";
import { follow } from "../../route.ts";
import { sayRich } from "../../text/rich.ts";
import { say } from "../../text/say.ts";
import { adminPath } from "../sections.ts";
import { fullTime, Moment } from "../when.tsx";
import { deedWords } from "../words.ts";
import { differences } from "./diff.ts";
import type { Filters } from "./filters.tsx";

type Props = { readonly entry: Entry; readonly onFilter: (changes: Partial<Filters>) => void };

/** One thing that was done; opened, what it changed. */
export const AuditEntry = ({ entry, onFilter }: Props) => {
  const [open, setOpen] = useState(false);
  const { id, at, actorName, actor, action, target, why, isErased } = entry;
  return (
    <li data-testid="entry" data-action={action}>
      <button class="entry" aria-expanded={open} onClick={() => setOpen(!open)}>
        <span class="number">{id}</span>
        <Moment at={at} />
        <span class="author">{actorName || actor}</span>
        <strong>{deedWords(action)}</strong>
        <span class="target">{target}</span>
        <span class="why">{isErased ? say("adminServer:audit.erased") : why}</span>
      </button>
      {open && <Detail entry={entry} onFilter={onFilter} />}
    </li>
  );
};

const Detail = ({ entry, onFilter }: Props) => {
  const { at, actor, action, target, subject, before, after, digest } = entry;
  const changed = differences(before, after);
  const beginning = <span class="id">{digest.slice(0, 16)}…</span>;
  return (
    <div class="entry-open">
      <p class="muted">{sayRich("adminServer:audit.digest", { time: fullTime(at), digest: beginning })}</p>
      <div class="row">
        <button class="quiet small" onClick={() => onFilter({ action })}>
          {say("adminServer:audit.onlyAction", { action: deedWords(action) })}
        </button>
        <button class="quiet small" onClick={() => onFilter({ actor })}>
          {say("adminServer:audit.onlyActor")}
        </button>
        <button class="quiet small" onClick={() => onFilter({ target })}>
          {say("adminServer:audit.onlyTarget")}
        </button>
        {subject !== "" && (
          <a class="button quiet small" href={adminPath("people", subject)} onClick={follow}>
            {say("adminServer:audit.person")}
          </a>
        )}
      </div>
      {changed.length === 0 ? (
        <p class="muted">{say("adminServer:audit.unchanged")}</p>
      ) : (
        <dl class="diff">
          {changed.map(({ name, before: was, after: is }) => (
            <div key={name}>
              <dt>{name || say("adminServer:audit.value")}</dt>
              {was !== undefined && (
                <dd class="was">
                  <span class="for-ears">{say("adminServer:audit.before")} </span>
                  <del>{was}</del>
                </dd>
              )}
              {is !== undefined && (
                <dd class="is">
                  <span class="for-ears">{say("adminServer:audit.after")} </span>
                  <ins>{is}</ins>
                </dd>
              )}
            </div>
          ))}
        </dl>
      )}
    </div>
  );
};
