import { useSending } from "../account/sending.ts";
import { client } from "../session.ts";
import { say } from "../text/say.ts";

/** Fetches the file, as a plain link could not say who asks, and has the browser keep it. */
const save = async (game: string): Promise<void> => {
  const headers = { authorization: `Bearer ${client.auth.token}` };
  const response = await fetch(`/api/games/${encodeURIComponent(game)}/results.csv`, { headers });
  if (!response.ok) throw Object.assign(new Error("refused"), { data: await response.json().catch(() => undefined) });
  const link = document.createElement("a");
  link.href = URL.createObjectURL(await response.blob());
  link.download = `results-${game.replace(/[^\w-]/g, "")}.csv`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
};

/** Everybody's answers as a table, for who was there. */
export const CsvButton = ({ game }: { readonly game: string }) => {
  const { busy, fault, run } = useSending();
  return (
    <>
      <button data-testid="results-csv" aria-disabled={busy} onClick={() => void run(() => save(game))}>
        {say("results:csv.save")}
      </button>
      <p class="fault" role="alert">
        {fault}
      </p>
    </>
  );
};
