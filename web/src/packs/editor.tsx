import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { useSending } from "../account/sending.ts";
import { makeAnew, moveQuestion, removeQuestion } from "./open-pack.ts";
import type { Pack, PackQuestion } from "./pack.ts";
import { QuestionDialog } from "./question-dialog.tsx";
import { type Act, QuestionItem } from "./question-item.tsx";
import { useShowMore } from "./show-more.tsx";
import { packWords } from "./words.ts";

const words = {
  ...packWords,
  conflict: "This pack has been changed meanwhile. It is shown as it is now: try again.",
  not_found: "This question is not in the pack any more.",
  malformed: "That can't be done with this pack.",
  not_available: "No other question like this one could be made just now. Try again later, or write one.",
};

/** The questions of one's own pack. */
export const Editor = ({ opened: { questions } }: { readonly opened: Pack }) => {
  /** "new" for one that is being added. */
  const [editing, setEditing] = useState<PackQuestion | "new" | undefined>(undefined);
  const [making, setMaking] = useState("");
  const [word, setWord] = useState("");
  const { busy, fault, run } = useSending(words);
  const { shown, more, showAll } = useShowMore(questions.length);
  const { list, keepFocus } = useKeptFocus();

  const act = async (question: PackQuestion, what: Act): Promise<void> => {
    if (what === "edit") return setEditing(question);
    const { id } = question;
    const place = questions.findIndex((one) => one.id === id) + 1;
    setWord("");
    switch (what) {
      case "up":
      case "down": {
        const by = what === "up" ? -1 : 1;
        if (place + by < 1 || place + by > questions.length) return;
        if (await run(() => moveQuestion(id, by))) setWord(`Moved to place ${place + by} of ${questions.length}.`);
        return keepFocus(`${what}-${id}`);
      }
      case "anew":
        setMaking(id);
        if (await run(() => makeAnew(id))) setWord(`Question ${place} is a new one now.`);
        return setMaking("");
      case "remove":
        if (await run(() => removeQuestion(id))) setWord(`Question ${place} has been deleted.`);
        return keepFocus("add");
    }
  };
  return (
    <section class="questions" aria-labelledby="questions-title" ref={list}>
      <div class="questions-head">
        <h2 id="questions-title">Questions</h2>
        <button data-focus="add" data-testid="add-question" onClick={() => setEditing("new")}>
          Add a question
        </button>
      </div>
      <p class="done" role="status">
        {word}
      </p>
      <p class="fault" role="alert">
        {fault}
      </p>
      {questions.length === 0 && <p class="muted">There are none yet.</p>}
      <ol class="question-list" data-testid="questions">
        {questions.slice(0, shown).map((question, index) => (
          <QuestionItem
            key={question.id}
            question={question}
            place={index + 1}
            of={questions.length}
            busy={busy}
            isMade={making === question.id}
            onAct={(what) => void act(question, what)}
          />
        ))}
      </ol>
      {more}
      {editing !== undefined && (
        <QuestionDialog
          question={editing === "new" ? undefined : editing}
          isThere={editing === "new" || questions.some(({ id }) => id === editing.id)}
          onSaved={(what) => {
            setWord(what);
            if (editing === "new") showAll();
          }}
          onClose={() => setEditing(undefined)}
        />
      )}
    </section>
  );
};

/** Moving an element takes the focus from it; here it is given back, by the name in `data-focus`. */
const useKeptFocus = () => {
  const list = useRef<HTMLElement>(null);
  const [wanted, setWanted] = useState<{ readonly name: string } | undefined>(undefined);
  useLayoutEffect(() => {
    if (wanted !== undefined) list.current?.querySelector<HTMLElement>(`[data-focus="${wanted.name}"]`)?.focus();
  }, [wanted]);
  return { list, keepFocus: (name: string) => setWanted({ name }) };
};
