import { useState } from "preact/hooks";
import type { Entry } from "../../../../src/audit/audit.ts";
import { say } from "../../text/say.ts";
import { get } from "../api.ts";
import { auditTurn } from "../live.ts";
import { useLoading, usePaced, useSettled } from "../loading.ts";
import { AuditEntry } from "./audit-entry.tsx";
import { AuditTools } from "./audit-tools.tsx";
import { type Filters, FilterFields, noFilters, queryOf } from "./filters.tsx";

type Page = { readonly entries: readonly Entry[]; readonly cursor?: string };

const pageSize = 50;

/** What the staff did, the latest first. */
export const AuditPage = () => {
  const [filters, setFilters] = useState<Filters>(noFilters);
  const [count, setCount] = useState(pageSize);
  const query = queryOf(useSettled(filters));
  const turn = usePaced(auditTurn.value);
  const { data, fault } = useLoading(() => loadUpTo(count, query), `${JSON.stringify(query)} ${count} ${turn}`);
  const change = (changes: Partial<Filters>) => {
    setCount(pageSize);
    setFilters({ ...filters, ...changes });
  };
  return (
    <>
      <div class="head">
        <h1>{say("admin:section.audit")}</h1>
        <span class="grow" />
        <AuditTools query={query} />
      </div>
      <FilterFields filters={filters} onChange={change} />
      <p class="fault" role="alert">
        {fault}
      </p>
      {data?.entries.length === 0 && <p class="empty">{say("admin:nothingFits")}</p>}
      <ul class="log" data-testid="audit">
        {data?.entries.map((entry) => (
          <AuditEntry key={entry.id} entry={entry} onFilter={(changes) => change(changes)} />
        ))}
      </ul>
      {data?.cursor !== undefined && (
        <button class="wide" onClick={() => setCount(count + pageSize)}>
          {say("admin:more")}
        </button>
      )}
    </>
  );
};

const loadUpTo = async (count: number, query: ReturnType<typeof queryOf>): Promise<Page> => {
  let page: Page = await get("audit", { ...query, limit: pageSize });
  while (page.cursor !== undefined && page.entries.length < count) {
    const more: Page = await get("audit", { ...query, limit: pageSize, cursor: page.cursor });
    page = { ...more, entries: [...page.entries, ...more.entries] };
  }
  return page;
};
