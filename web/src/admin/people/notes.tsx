import { useState } from "preact/hooks";
import type { StaffNote } from "../../../../src/conduct/conduct.ts";
import { useSending } from "../../account/sending.ts";
import { say } from "../../text/say.ts";
import { post } from "../api.ts";
import { Ago } from "../when.tsx";

type Props = {
  readonly person: string;
  readonly notes: readonly StaffNote[];
  readonly onChanged: () => void;
};

/** Remarks of the staff about somebody, for the staff. */
export const Notes = ({ person, notes, onChanged }: Props) => {
  const [text, setText] = useState("");
  const { busy, fault, setFault, run } = useSending();
  const add = async (event: SubmitEvent) => {
    event.preventDefault();
    if (text.trim() === "") return setFault(say("adminPeople:notes.empty"));
    const path = `people/${encodeURIComponent(person)}/notes`;
    if (!(await run(() => post(path, { text: text.trim() })))) return;
    setText("");
    onChanged();
  };
  return (
    <section class="card" aria-labelledby="notes">
      <h2 id="notes">{say("adminPeople:notes.title")}</h2>
      <form class="note-form" onSubmit={(event) => void add(event)}>
        <label for="note" class="for-ears">
          {say("adminPeople:notes.new")}
        </label>
        <textarea
          id="note"
          data-testid="note"
          rows={2}
          maxLength={1000}
          placeholder={say("adminPeople:notes.hint")}
          value={text}
          onInput={({ currentTarget }) => setText(currentTarget.value)}
        />
        <button class="small" data-testid="add-note" aria-disabled={busy}>
          {say("adminPeople:notes.add")}
        </button>
      </form>
      <p class="fault" role="alert">
        {fault}
      </p>
      <ul class="plain-list" data-testid="notes">
        {notes.map(({ id, byName, text: words, at }) => (
          <li key={id}>
            <p class="prose">{words}</p>
            <p class="muted">
              {byName} · <Ago at={at} />
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
};
