import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { useSending } from "../account/sending.ts";
import { say } from "../text/say.ts";
import { makeAnew, moveQuestion, removeQuestion } from "./open-pack.ts";
import type { Pack, PackQuestion } from "./pack.ts";
import { QuestionDialog } from "./question-dialog.tsx";
import { type Act, QuestionItem } from "./question-item.tsx";
import { useShowMore } from "./show-more.tsx";
import { packWords } from "./words.ts";

const refusals = () => ({
  ...packWords(),
  conflict: say("host:refused.tryAgain"),
  not_found: say("host:refused.questionGone"),
  malformed: say("host:refused.impossible"),
  not_available: say("host:refused.noOther"),
});

/** The questions of one's own pack. */
export const Editor = ({ opened: { questions } }: { readonly opened: Pack }) => {
  /** "new" for one that is being added. */
  const [editing, setEditing] = useState<PackQuestion | "new" | undefined>(undefined);
  const [making, setMaking] = useState("");
  const [word, setWord] = useState("");
  const { busy, fault, run } = useSending(refusals());
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
        if (await run(() => moveQuestion(id, by)))
          setWord(say("host:editor.moved", { place: place + by, total: questions.length }));
        return keepFocus(`${what}-${id}`);
      }
      case "anew":
        setMaking(id);
        if (await run(() => makeAnew(id))) setWord(say("host:editor.madeAnew", { place }));
        return setMaking("");
      case "remove":
        if (await run(() => removeQuestion(id))) setWord(say("host:editor.removed", { place }));
        return keepFocus("add");
    }
  };
  return (
    <section class="questions" aria-labelledby="questions-title" ref={list}>
      <div class="questions-head">
        <h2 id="questions-title">{say("host:editor.title")}</h2>
        <button data-focus="add" data-testid="add-question" onClick={() => setEditing("new")}>
          {say("host:question.add")}
        </button>
      </div>
      <p class="done" role="status">
        {word}
      </p>
      <p class="fault" role="alert">
        {fault}
      </p>
      {questions.length === 0 && <p class="muted">{say("host:editor.none")}</p>}
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
