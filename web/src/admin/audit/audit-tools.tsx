import { useState } from "preact/hooks";
import { useSending } from "../../account/sending.ts";
import { say } from "../../text/say.ts";
import { get, saveFile } from "../api.ts";
import type { queryOf } from "./filters.tsx";

type Verified = { readonly entries: number; readonly brokenAt: number | null };

/** The log as a file, and whether it is whole. */
export const AuditTools = ({ query }: { readonly query: ReturnType<typeof queryOf> }) => {
  const [verified, setVerified] = useState<Verified>();
  const { busy, fault, run } = useSending();
  const save = (kind: "csv" | "jsonl") => run(() => saveFile(`audit.${kind}`, query, `audit.${kind}`));
  const verify = () => run(async () => setVerified(await get<Verified>("audit/verify")));
  return (
    <div class="audit-tools">
      <div class="actions">
        <button class="small" data-testid="save-csv" aria-disabled={busy} onClick={() => void save("csv")}>
          {say("adminServer:audit.csv")}
        </button>
        <button class="small" data-testid="save-jsonl" aria-disabled={busy} onClick={() => void save("jsonl")}>
          {say("adminServer:audit.jsonl")}
        </button>
        <button class="small" data-testid="verify" aria-disabled={busy} onClick={() => void verify()}>
          {say("adminServer:audit.verify")}
        </button>
      </div>
      <p role="status" class={typeof verified?.brokenAt === "number" ? "fault" : "done"} data-testid="verified">
        {verified !== undefined && verdict(verified)}
      </p>
      <p class="fault" role="alert">
        {fault}
      </p>
    </div>
  );
};

const verdict = ({ entries, brokenAt }: Verified): string =>
  brokenAt === null
    ? say("adminServer:audit.whole", { count: entries })
    : say("adminServer:audit.broken", { entry: brokenAt });
