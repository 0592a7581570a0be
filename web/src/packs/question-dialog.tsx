import { useState } from "preact/hooks";
import { useSending } from "../account/sending.ts";
import { Dialog } from "../dialog.tsx";
import { say } from "../text/say.ts";
import { addQuestion, changeQuestion } from "./open-pack.ts";
import { changesOf, type Draft, draftFault, emptyDraft, known, type PackQuestion, tidied } from "./pack.ts";
import { QuestionFields } from "./question-fields.tsx";
import { useUnsaved } from "./unsaved.ts";
import { packWords } from "./words.ts";

type Props = {
  /** undefined for a new one. */
  readonly question: PackQuestion | undefined;
  /** Whether it is in the pack still: somebody may delete it while it is being changed here. */
  readonly isThere: boolean;
  readonly onSaved: (words: string) => void;
  readonly onClose: () => void;
};

const refusals = () => ({ ...packWords(), not_found: say("host:question.notThere") });

/** Where a question is written or changed. What is typed is not lost without a question. */
export const QuestionDialog = ({ question, isThere, onSaved, onClose }: Props) => {
  const start: Draft = question ?? emptyDraft;
  const [draft, setDraft] = useState(start);
  const [asking, setAsking] = useState(false);
  const { busy, fault, setFault, run } = useSending(refusals());
  const isUnsaved = Object.keys(changesOf(start, draft)).length > 0;
  useUnsaved("question", isUnsaved);
  const isNew = question === undefined || !isThere;

  const mayClose = () => {
    setAsking(isUnsaved);
    return !isUnsaved;
  };
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    const tidy = tidied(draft);
    const wrong = draftFault(tidy);
    if (wrong !== "") return setFault(wrong);
    const save = isNew ? () => addQuestion(addable(tidy)) : () => changeQuestion(question.id, changesOf(start, tidy));
    if (!(await run(save))) return;
    onSaved(isNew ? say("host:question.added") : say("host:question.changed"));
    onClose();
  };
  return (
    <Dialog
      title={question === undefined ? say("host:question.add") : say("host:question.change")}
      testId="question-dialog"
      mayClose={mayClose}
      onClose={onClose}
    >
      <form onSubmit={(event) => void submit(event)}>
        <QuestionFields
          draft={draft}
          onChange={(changes) => {
            setAsking(false);
            setDraft({ ...draft, ...changes });
          }}
        />
        <p class="fault" role="alert">
          {fault}
        </p>
        <div class="actions">
          <button class="primary" data-testid="save-question" aria-disabled={busy}>
            {busy ? say("host:act.saving") : isNew ? say("host:question.addIt") : say("host:act.save")}
          </button>
          <button
            type="button"
            class={asking ? "asking" : ""}
            onClick={() => (asking || mayClose() ? onClose() : undefined)}
          >
            {asking ? say("host:act.reallyDrop") : say("host:act.cancel")}
          </button>
        </div>
      </form>
    </Dialog>
  );
};

/** Pictures that were made for a question can't be sent anew; the question has to do without. */
const addable = (draft: Draft): Draft => ({
  ...known(draft),
  image: draft.image.startsWith("https:") ? draft.image : "",
});
