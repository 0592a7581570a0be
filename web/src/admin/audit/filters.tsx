import type { InputHTMLAttributes } from "preact";
import { say } from "../../text/say.ts";
import { SearchField } from "../search-field.tsx";

/** Days as the fields of the browser give them: `2026-11-22`, or "". */
export type Filters = {
  readonly search: string;
  readonly actor: string;
  readonly action: string;
  readonly target: string;
  readonly from: string;
  readonly to: string;
};

export const noFilters: Filters = { search: "", actor: "", action: "", target: "", from: "", to: "" };

const dayMs = 24 * 60 * 60 * 1000;

const startOf = (day: string): number | undefined => {
  const at = day === "" ? Number.NaN : new Date(`${day}T00:00`).getTime();
  return Number.isFinite(at) ? Math.max(0, at) : undefined;
};

/** As the server wants them: times in ms, both days included, nothing empty. */
export const queryOf = ({ search, actor, action, target, from, to }: Filters) => {
  const last = startOf(to);
  return {
    search: search.trim(),
    actor: actor.trim() || undefined,
    action: action.trim() || undefined,
    target: target.trim() || undefined,
    from: startOf(from),
    to: last === undefined ? undefined : last + dayMs - 1,
  };
};

type Props = { readonly filters: Filters; readonly onChange: (changes: Partial<Filters>) => void };

/** Narrows the log down. */
export const FilterFields = ({ filters, onChange }: Props) => {
  const isAny = Object.values(filters).some((value) => value !== "");
  return (
    <div class="filters" role="search">
      <SearchField
        label={say("adminServer:audit.search")}
        value={filters.search}
        onInput={(search) => onChange({ search })}
      />
      <Filter id="action" {...{ filters, onChange }} />
      <Filter id="actor" {...{ filters, onChange }} />
      <Filter id="target" {...{ filters, onChange }} />
      <Filter id="from" type="date" {...{ filters, onChange }} />
      <Filter id="to" type="date" {...{ filters, onChange }} />
      {isAny && (
        <button class="quiet small" onClick={() => onChange(noFilters)}>
          {say("adminServer:audit.clear")}
        </button>
      )}
    </div>
  );
};

type FilterProps = Props & {
  readonly id: Exclude<keyof Filters, "search">;
  readonly type?: "text" | "date";
};

const Filter = ({ id, type = "text", filters, onChange }: FilterProps) => {
  // Preact's types want to know the one type of an input, not the two that it may have.
  const input = { type, maxLength: 60, value: filters[id] } as InputHTMLAttributes;
  return (
    <label class="filter">
      <span>{say(`adminServer:audit.${id}`)}</span>
      <input
        {...input}
        data-testid={`filter-${id}`}
        onInput={({ currentTarget }) => onChange({ [id]: currentTarget.value })}
      />
    </label>
  );
};
