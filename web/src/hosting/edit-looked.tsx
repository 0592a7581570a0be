import { useState } from "preact/hooks";
import { useSending } from "../account/sending.ts";
import { changesOf, type Draft, draftFault, type PackQuestion, tidied } from "../packs/pack.ts";
import { QuestionFields } from "../packs/question-fields.tsx";
import { editQuestion } from "./preview.ts";
import { say } from "../text/say.ts";

type Props = {
  readonly question: PackQuestion;
  /** Whether it was just about to be closed with something unsaved in it. */
  readonly asks: boolean;
  readonly onUnsaved: (isUnsaved: boolean) => void;
  readonly onDone: () => void;
};

const refusals = () => ({
  not_found: say("host:looked.notThere"),
  malformed: say("host:looked.noQuestion"),
  blocked: say("host:looked.blocked"),
});

/** One question as the host changes it. */
export const EditLooked = ({ question, asks, onUnsaved, onDone }: Props) => {
  const [draft, setDraft] = useState<Draft>(question);
  const { busy, fault, setFault, run } = useSending(refusals());
  const change = (changes: Partial<Draft>) => {
    const next = { ...draft, ...changes };
    setDraft(next);
    onUnsaved(Object.keys(changesOf(question, next)).length > 0);
  };
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    const tidy = tidied(draft);
    const wrong = draftFault(tidy);
    if (wrong !== "") return setFault(wrong);
    if (await run(() => editQuestion(question, tidy))) onDone();
  };
  return (
    <form onSubmit={(event) => void submit(event)}>
      <QuestionFields draft={draft} onChange={change} />
      <p class="fault" role="alert">
        {fault}
      </p>
      <div class="actions">
        <button class="primary" data-testid="save-looked" aria-disabled={busy}>
          {busy ? say("host:act.saving") : say("host:act.save")}
        </button>
        <button type="button" class={asks ? "asking" : ""} onClick={onDone}>
          {asks ? say("host:act.reallyDrop") : say("host:act.back")}
        </button>
      </div>
    </form>
  );
};
