import { useState } from "preact/hooks";
import { useSending } from "../account/sending.ts";
import { say } from "../text/say.ts";
import { changePack } from "./open-pack.ts";
import type { Pack } from "./pack.ts";
import { useUnsaved } from "./unsaved.ts";
import { packWords } from "./words.ts";

/** The title and the description of a pack. */
export const DetailsForm = ({ opened }: { readonly opened: Pack }) => {
  // undefined while nothing was typed: then it is as the pack says, also when that changes.
  const [title, setTitle] = useState<string | undefined>(undefined);
  const [description, setDescription] = useState<string | undefined>(undefined);
  const { busy, fault, run } = useSending(packWords());
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
      <h2>{say("host:details.heading")}</h2>
      <div class="field">
        <label for="pack-title">{say("host:details.title")}</label>
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
        <label for="pack-description">{say("host:details.description")}</label>
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
          {busy ? say("host:act.saving") : say("host:act.save")}
        </button>
        <span class="muted saved" role="status">
          {isUnsaved ? say("host:details.unsaved") : ""}
        </span>
      </div>
      <p class="fault" role="alert">
        {fault}
      </p>
    </form>
  );
};
