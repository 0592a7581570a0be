import { gamePath } from "../people/paths.ts";
import { CsvButton } from "../results/csv-button.tsx";
import { parts } from "../text/parts.tsx";
import { sayRich } from "../text/rich.ts";

/** Everybody's results, for the host: as a table, and as a file. */
export const ResultsTools = ({ game }: { readonly game: string }) => (
  <>
    {/* In a tab of its own: who leaves this one leaves the lobby. */}
    <a class="button small" href={gamePath(game)} target="_blank" rel="noopener" data-testid="host-results">
      {sayRich("results:tools.table", {}, parts)}
    </a>
    <CsvButton game={game} />
  </>
);
