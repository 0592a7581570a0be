import { gamePath } from "../people/paths.ts";
import { CsvButton } from "../results/csv-button.tsx";

/** Everybody's results, for the host: as a table, and as a file. */
export const ResultsTools = ({ game }: { readonly game: string }) => (
  <>
    {/* In a tab of its own: who leaves this one leaves the lobby. */}
    <a class="button small" href={gamePath(game)} target="_blank" rel="noopener" data-testid="host-results">
      Results<span class="for-ears"> as a table (opens in a new tab)</span>
    </a>
    <CsvButton game={game} />
  </>
);
