import type { ComponentChildren } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { useSending } from "../account/sending.ts";
import { follow } from "../route.ts";
import { client } from "../session.ts";
import { say } from "../text/say.ts";
import { type Fault, FaultTable } from "./fault-table.tsx";
import { goToPack } from "./arrival.ts";
import { packWords } from "./words.ts";

/** As large as a file may be. */
const mostBytes = 5 * 1024 * 1024;

const refusals = () => ({
  ...packWords(),
  malformed: say("host:import.unreadable"),
  too_long: say("host:import.tooLarge"),
  offline: say("host:import.notSent"),
});

type Imported = {
  readonly pack: { readonly id: string; readonly title: string };
  readonly questions: readonly object[];
  readonly warnings: readonly Fault[];
};
type Outcome =
  | { readonly type: "faulty"; readonly file: File; readonly faults: readonly Fault[] }
  | ({ readonly type: "done" } & Imported);

/** Why the server took nothing from a file; undefined when that was not for its content. */
const faultsIn = (error: unknown): readonly Fault[] | undefined => {
  const faults = (error as { readonly data?: { readonly faults?: unknown } } | undefined)?.data?.faults;
  return Array.isArray(faults) ? (faults as readonly Fault[]) : undefined;
};

/** Makes a pack of a file. What is wrong with it is shown line by line, and the rest can be taken. */
export const ImportPack = () => {
  const [outcome, setOutcome] = useState<Outcome | undefined>(undefined);
  const input = useRef<HTMLInputElement>(null);
  const { busy, fault, setFault, run } = useSending(refusals());

  const send = (file: File, partial: boolean) =>
    run(async () => {
      const body = new FormData();
      body.set("file", file);
      try {
        const { data } = await client.http.post("/api/packs/import", { body, query: { partial } });
        const imported = data as Imported;
        if (imported.warnings.length > 0) setOutcome({ type: "done", ...imported });
        else goToPack(imported.pack.id, say("host:import.arrived", { count: imported.questions.length }));
      } catch (error) {
        const faults = faultsIn(error);
        if (faults === undefined) throw error;
        setOutcome({ type: "faulty", file, faults });
      }
    });
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const file = input.current?.files?.[0];
    if (file === undefined) return;
    setOutcome(undefined);
    if (file.size > mostBytes) setFault(say("host:import.tooLarge"));
    else void send(file, false);
  };
  return (
    <section class="card import" aria-labelledby="import-title">
      <h2 id="import-title">{say("host:import.title")}</h2>
      <form onSubmit={submit}>
        <div class="field">
          <label for="import-file">{say("host:import.file")}</label>
          <input id="import-file" ref={input} type="file" required aria-describedby="import-hint" />
          <p id="import-hint" class="muted hint">
            {say("host:import.formats")}
          </p>
        </div>
        <button class="wide" data-testid="import" aria-disabled={busy}>
          {busy ? say("host:import.busy") : say("host:import.send")}
        </button>
      </form>
      <p class="fault" role="alert">
        {fault}
      </p>
      {outcome?.type === "faulty" && (
        <Result title={say("host:import.nothing")}>
          <FaultTable caption={say("host:import.faults")} faults={outcome.faults} />
          <button data-testid="import-partial" aria-disabled={busy} onClick={() => void send(outcome.file, true)}>
            {say("host:import.goodPart")}
          </button>
        </Result>
      )}
      {outcome?.type === "done" && (
        <Result title={say("host:import.done", { count: outcome.questions.length })}>
          <FaultTable caption={say("host:import.leftOut")} faults={outcome.warnings} />
          <a class="button primary" href={`/packs/${outcome.pack.id}`} onClick={follow} data-testid="open-imported">
            {say("host:import.open", { title: outcome.pack.title })}
          </a>
        </Result>
      )}
    </section>
  );
};

/** What came of it. The focus goes there, for it stands below what was pressed. */
const Result = ({ title, children }: { readonly title: string; readonly children: ComponentChildren }) => {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), [title]);
  return (
    <div class="import-result" data-testid="import-result">
      <h3 ref={heading} tabIndex={-1}>
        {title}
      </h3>
      {children}
    </div>
  );
};
