import { useState } from "preact/hooks";
import { packWarningsHeader } from "../../../src/protocol/pack-warnings.ts";
import { useSending } from "../account/sending.ts";
import { client } from "../session.ts";
import { say } from "../text/say.ts";
import { type Fault, FaultTable } from "./fault-table.tsx";
import type { Pack } from "./pack.ts";
import { packWords } from "./words.ts";

const formats = [
  { format: "csv", name: "CSV" },
  { format: "json", name: "JSON" },
  { format: "gift", name: "GIFT (Moodle)" },
  { format: "kahoot", name: "Kahoot (Excel)" },
] as const;

/** The name under which the server sends a file. */
const nameIn = (disposition: string | null): string | undefined => {
  const encoded = /filename\*=UTF-8''([^;]+)/i.exec(disposition ?? "")?.[1];
  try {
    return encoded === undefined ? undefined : decodeURIComponent(encoded);
  } catch {
    return undefined;
  }
};

/** What the server says that the format can't hold. */
const warningsIn = (header: string | null): readonly Fault[] => {
  try {
    const told: unknown = JSON.parse(header ?? "[]");
    return Array.isArray(told) ? (told as readonly Fault[]) : [];
  } catch {
    return [];
  }
};

/** Fetches the file, as a plain link could not say who asks, and has the browser keep it. Answers with warnings. */
const save = async (id: string, format: string): Promise<readonly Fault[]> => {
  const headers = { authorization: `Bearer ${client.auth.token}` };
  const response = await fetch(`/api/packs/${id}/export?format=${format}`, { headers });
  if (!response.ok) throw Object.assign(new Error("refused"), { data: await response.json().catch(() => undefined) });
  const link = document.createElement("a");
  link.href = URL.createObjectURL(await response.blob());
  link.download = nameIn(response.headers.get("content-disposition")) ?? `pack.${format}`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
  return warningsIn(response.headers.get(packWarningsHeader));
};

/** The pack as a file, for other programs. */
export const ExportButtons = ({ opened: { id } }: { readonly opened: Pack }) => {
  const { busy, fault, run } = useSending(packWords());
  const [warnings, setWarnings] = useState<readonly Fault[]>([]);
  return (
    <section class="card" aria-labelledby="export-title">
      <h2 id="export-title">{say("host:export.title")}</h2>
      <div class="actions">
        {formats.map(({ format, name }) => (
          <button
            key={format}
            class="small"
            data-testid={`export-${format}`}
            aria-disabled={busy}
            onClick={() => void run(async () => setWarnings(await save(id, format)))}
          >
            {name}
          </button>
        ))}
      </div>
      <p class="fault" role="alert">
        {fault}
      </p>
      <div role="status">
        {warnings.length > 0 && (
          <FaultTable caption={say("host:export.cutShort")} faults={warnings} lineName={say("host:export.question")} />
        )}
      </div>
    </section>
  );
};
