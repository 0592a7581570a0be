import { Dialog } from "../dialog.tsx";
import "../style/voice.css";
import { change, settingsAt } from "./settings.ts";

/** What a player hears, and whether they speak, on this device. */
const SoundDialog = ({ onClose }: { readonly onClose: () => void }) => {
  const { on, music, volume, aloud, talk, sure } = settingsAt("device").value;
  return (
    <Dialog title="Sound and voice" onClose={onClose} testId="sound-dialog">
      <div class="sound-form">
        <Check label="Sounds" isOn={on} onChange={(next) => change("device", { on: next })} testId="sound-on" />
        {on && (
          <>
            <Check
              label="Music"
              isOn={music}
              onChange={(next) => change("device", { music: next })}
              testId="music-on"
            />
            <label>
              Volume
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
          label="Read questions aloud"
          isOn={aloud}
          onChange={(next) => change("device", { aloud: next })}
          testId="aloud-on"
        />
        <Check
          label="Speak instead of typing"
          isOn={talk}
          onChange={(next) => change("device", { talk: next })}
          testId="talk-on"
        />
        {talk && (
          <Check
            label="Send a spoken answer only when I say so"
            isOn={sure}
            onChange={(next) => change("device", { sure: next })}
            testId="sure-on"
          />
        )}
        <p class="hint">
          A microphone appears at questions and in the chat. It listens only while it is pressed. Your browser, or this
          server's host, may have what you say understood by another service.
        </p>
      </div>
      <div class="actions">
        <button class="primary" onClick={onClose}>
          Done
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
