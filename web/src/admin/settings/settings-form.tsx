import { useEffect, useState } from "preact/hooks";
import type { ServerSettings } from "../../../../src/protocol/admin.ts";
import { sentence } from "../../codes-text.ts";
import { askBeforeLeaving } from "../../leaving.ts";
import { refusalCode } from "../../refusal.ts";
import { say } from "../../text/say.ts";
import { fieldFaults, patch } from "../api.ts";
import { changesIn, groups, settingFields } from "./fields.ts";
import { SettingField } from "./setting-field.tsx";

type Props = {
  readonly saved: ServerSettings;
  readonly mayChange: boolean;
  readonly onSaved: () => Promise<void>;
};

/** All settings with what is changed and not saved yet. */
export const SettingsForm = ({ saved, mayChange, onSaved }: Props) => {
  const [changes, setChanges] = useState<Partial<ServerSettings>>({});
  const [why, setWhy] = useState("");
  const [word, setWord] = useState("");
  const [fault, setFault] = useState("");
  const [busy, setBusy] = useState(false);
  const draft = { ...saved, ...changes };
  const changed = changesIn(saved, draft);
  const count = Object.keys(changed).length;
  useEffect(() => (count > 0 ? askBeforeLeaving(() => true) : undefined), [count > 0]);
  const change = (name: keyof ServerSettings, value: unknown) => {
    setWord("");
    setChanges({ ...changes, [name]: value });
  };
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    if (busy || count === 0) return;
    setBusy(true);
    setFault("");
    try {
      await patch("settings", { changes: changed, why: why.trim() });
      await onSaved();
      setChanges({});
      setWhy("");
      setWord(say("adminServer:settings.saved"));
    } catch (error) {
      setFault([sentence(refusalCode(error) ?? "offline"), fieldFaults(error)].join(" "));
    }
    setBusy(false);
  };
  return (
    <form class="settings-form" data-testid="settings" onSubmit={(event) => void submit(event)}>
      <div class="settings-groups">
        {groups.map(({ id, of }) => (
          <fieldset key={id} class="card" disabled={!mayChange}>
            <legend>{say(`adminServer:group.${id}`)}</legend>
            {of.map((one) => (
              <SettingField
                key={one}
                id={one}
                field={settingFields[one]}
                value={draft[one]}
                isChanged={one in changed}
                onChange={(value) => change(one, value)}
              />
            ))}
          </fieldset>
        ))}
      </div>
      {count > 0 && (
        <div class="save-bar">
          <label class="filter">
            <span>{say("adminServer:settings.why")}</span>
            <input
              data-testid="settings-why"
              maxLength={500}
              value={why}
              onInput={({ currentTarget }) => setWhy(currentTarget.value)}
            />
          </label>
          <button class="primary small" data-testid="save-settings" aria-disabled={busy}>
            {say(busy ? "adminServer:settings.saving" : "adminServer:settings.save")}
          </button>
          <button type="button" class="small" onClick={() => setChanges({})}>
            {say("adminServer:settings.undo")}
          </button>
          <p class="muted">{say("adminServer:settings.unsaved", { count })}</p>
        </div>
      )}
      <p role="status" class="done" data-testid="settings-state">
        {word}
      </p>
      <p class="fault" role="alert">
        {fault}
      </p>
    </form>
  );
};
