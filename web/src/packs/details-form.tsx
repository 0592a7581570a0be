import { useState } from "preact/hooks";
import { useSending } from "../account/sending.ts";
import { changePack } from "./open-pack.ts";
import type { Pack } from "./pack.ts";
import { useUnsaved } from "./unsaved.ts";
import { packWords } from "./words.ts";

/** The title and the description of a pack. */
export const DetailsForm = ({ opened }: { readonly opened: Pack }) => {
  // undefined while nothing was typed: then it is as the pack says, also when that changes.
  const [title, setTitle] = useState<string | undefined>(undefined);
  const [description, setDescription] = useState<string | undefined>(undefined);
  const { busy, fault, run } = useSending(packWords);
  const typed = { title: (title ?? opened.title).trim(), description: (description ?? opened.description).trim() };
  const isUnsaved = typed.title !== opened.title || typed.description !== opened.description;
  useUnsaved("details", isUnsaved);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (!isUnsaved) return;
    void run(async () => {
      await changePack(typed);
      setTitle(undefined);
      setDescription(undefined);
    });
  };
  return (
    <form class="card details" onSubmit={submit}>
      <h2>Title and description</h2>
      <div class="field">
        <label for="pack-title">Title</label>
        <input
          id="pack-title"
          value={title ?? opened.title}
          maxLength={80}
          required
          autocomplete="off"
          onInput={({ currentTarget: { value } }) => setTitle(value)}
        />
      </div>
      <div class="field">
        <label for="pack-description">Description</label>
        <textarea
          id="pack-description"
          rows={3}
          value={description ?? opened.description}
          maxLength={300}
          onInput={({ currentTarget: { value } }) => setDescription(value)}
        />
      </div>
      <div class="actions">
        <button class={isUnsaved ? "primary" : ""} data-testid="save-details" aria-disabled={busy || !isUnsaved}>
          {busy ? "Saving…" : "Save"}
        </button>
        <span class="muted saved" role="status">
          {isUnsaved ? "Not saved yet" : ""}
        </span>
      </div>
      <p class="fault" role="alert">
        {fault}
      </p>
    </form>
  );
};
