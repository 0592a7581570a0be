import { useState } from "preact/hooks";
import type { Exception } from "../../../../src/conduct/reviews.ts";
import { useSending } from "../../account/sending.ts";
import { Dialog } from "../../dialog.tsx";
import { SureButton } from "../../sure-button.tsx";
import { say } from "../../text/say.ts";
import { get, post, remove } from "../api.ts";
import { useLoading } from "../loading.ts";
import { Ago } from "../when.tsx";

/** Words that are fit whatever the rules say: the list, and ways to add to it and take away. */
export const Exceptions = ({ onClose }: { readonly onClose: () => void }) => {
  const { data, fault, reload } = useLoading(loadExceptions, "");
  const [text, setText] = useState("");
  const sending = useSending();
  const add = async (event: SubmitEvent) => {
    event.preventDefault();
    if (text.trim() === "" || !(await sending.run(() => post("exceptions", { text: text.trim() })))) return;
    setText("");
    void reload();
  };
  const drop = async (words: string) => {
    if (await sending.run(() => remove("exceptions", { text: words }))) void reload();
  };
  return (
    <Dialog title={say("admin:exceptions.title")} testId="exceptions" onClose={onClose}>
      <form onSubmit={(event) => void add(event)}>
        <label for="exception">{say("admin:exceptions.new")}</label>
        <div class="field-row">
          <input
            id="exception"
            maxLength={200}
            value={text}
            onInput={({ currentTarget }) => setText(currentTarget.value)}
          />
          <button class="primary" aria-disabled={sending.busy}>
            {say("admin:exceptions.add")}
          </button>
        </div>
      </form>
      <p class="fault" role="alert">
        {sending.fault || fault}
      </p>
      {data?.length === 0 && <p class="muted">{say("admin:exceptions.none")}</p>}
      <ul class="exceptions">
        {data?.map(({ text: words, at }) => (
          <li key={words}>
            <span class="grow mono">{words}</span>
            <span class="muted">
              <Ago at={at} />
            </span>
            <SureButton
              class="quiet small"
              sure={say("admin:exceptions.sure")}
              label={say("admin:exceptions.removeOf", { words })}
              busy={sending.busy}
              onSure={() => void drop(words)}
            >
              {say("admin:exceptions.remove")}
            </SureButton>
          </li>
        ))}
      </ul>
      <div class="actions">
        <button onClick={onClose}>{say("admin:close")}</button>
      </div>
    </Dialog>
  );
};

const loadExceptions = async (): Promise<readonly Exception[]> =>
  (await get<{ readonly exceptions: readonly Exception[] }>("exceptions")).exceptions;
