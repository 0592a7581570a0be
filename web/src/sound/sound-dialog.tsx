import { Dialog } from "../dialog.tsx";
import "../style/voice.css";
import { say } from "../text/say.ts";
import { change, settingsAt } from "./settings.ts";

/** What a player hears, and whether they speak, on this device. */
const SoundDialog = ({ onClose }: { readonly onClose: () => void }) => {
  const { on, music, volume, aloud, talk, sure } = settingsAt("device").value;
  return (
    <Dialog title={say("voice:dialog.title")} onClose={onClose} testId="sound-dialog">
      <div class="sound-form">
        <Check
          label={say("voice:dialog.sounds")}
          isOn={on}
          onChange={(next) => change("device", { on: next })}
          testId="sound-on"
        />
        {on && (
          <>
            <Check
              label={say("voice:dialog.music")}
              isOn={music}
              onChange={(next) => change("device", { music: next })}
              testId="music-on"
            />
            <label>
              {say("voice:dialog.volume")}
              <input
                type="range"
                min="0"
                max="100"
                step="5"
                value={Math.round(volume * 100)}
                onInput={({ currentTarget }) => change("device", { volume: Number(currentTarget.value) / 100 })}
              />
            </label>
          </>
        )}
        <Check
          label={say("voice:dialog.aloud")}
          isOn={aloud}
          onChange={(next) => change("device", { aloud: next })}
          testId="aloud-on"
        />
        <Check
          label={say("voice:dialog.talk")}
          isOn={talk}
          onChange={(next) => change("device", { talk: next })}
          testId="talk-on"
        />
        {talk && (
          <Check
            label={say("voice:dialog.sure")}
            isOn={sure}
            onChange={(next) => change("device", { sure: next })}
            testId="sure-on"
          />
        )}
        <p class="hint">{say("voice:dialog.hint")}</p>
      </div>
      <div class="actions">
        <button class="primary" onClick={onClose}>
          {say("voice:dialog.done")}
        </button>
      </div>
    </Dialog>
  );
};

export default SoundDialog;

type CheckProps = {
  readonly label: string;
  readonly isOn: boolean;
  readonly onChange: (isOn: boolean) => void;
  readonly testId: string;
};

const Check = ({ label, isOn, onChange, testId }: CheckProps) => (
  <label>
    <input
      type="checkbox"
      data-testid={testId}
      checked={isOn}
      onChange={({ currentTarget }) => onChange(currentTarget.checked)}
    />
    {label}
  </label>
);
