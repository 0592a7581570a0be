import { useState } from "preact/hooks";
import type { Messages } from "../../../src/protocol/messages.ts";
import { useSending } from "../account/sending.ts";
import { order } from "../actions.ts";
import type { LobbyState } from "../lobby-state.ts";
import { lobby } from "../store.ts";
import { Bans } from "./bans.tsx";
import { levels, linkRules } from "./level-words.ts";
import { Pick } from "./pick.tsx";
import { emergencySlowMode } from "./refused-line.ts";

type Changes = Messages["settings"];

/** Each setting is asked for as soon as it is changed; what is shown is what the lobby has. */
export const OrderPanel = () => {
  const { busy, fault, run } = useSending();
  const [isSaved, setSaved] = useState(false);
  const at = lobby.value;
  if (at === undefined) return null;
  const change = async (changes: Changes) => {
    setSaved(false);
    setSaved(await run(() => order("settings", changes)));
  };
  return (
    <div class="order-panel">
      <Emergency isOn={at.rules.emergency} busy={busy} onChange={(emergency) => void change({ emergency })} />
      <p class="fault" role="alert">
        {fault}
      </p>
      <p class="muted hint" role="status">
        {isSaved ? "Saved." : ""}
      </p>
      <TalkFields at={at} onChange={(changes) => void change(changes)} />
      <DoorFields at={at} onChange={(changes) => void change(changes)} />
      <Bans />
    </div>
  );
};

type EmergencyProps = {
  readonly isOn: boolean;
  readonly busy: boolean;
  readonly onChange: (isOn: boolean) => void;
};

const Emergency = ({ isOn, busy, onChange }: EmergencyProps) => (
  <div class={isOn ? "emergency-switch on" : "emergency-switch"}>
    <button
      role="switch"
      class="wide"
      aria-checked={isOn}
      aria-label="Emergency"
      aria-describedby="emergency-about"
      aria-disabled={busy}
      data-testid="emergency"
      onClick={() => onChange(!isOn)}
    >
      Emergency: {isOn ? "on" : "off"}
    </button>
    <p id="emergency-about">
      {isOn ? "Press again when the trouble is over. " : "For when the place is flooded. "}
      Only people with an account can come in and write, one line in {emergencySlowMode} seconds.
    </p>
  </div>
);

type FieldsProps = { readonly at: LobbyState; readonly onChange: (changes: Changes) => void };

const never = { value: 0, words: "off" };
const pauses = [never, ...[5, 10, 30, 60, 120].map((value) => ({ value, words: `one line in ${value} s` }))];
const holdLines = [
  { value: 0, words: "are read at once" },
  { value: 1, words: "wait: their first line" },
  ...[3, 10].map((value) => ({ value, words: `wait: their first ${value} lines` })),
];
const holdMinutes = [never, ...[1, 5, 15, 60].map((value) => ({ value, words: `${value} min` }))];

const TalkFields = ({ at: { rules }, onChange }: FieldsProps) => (
  <fieldset>
    <legend>The talk</legend>
    <Pick
      id="order-level"
      label="Words"
      value={rules.level}
      options={levels.map(({ id, name }) => ({ value: id, words: name }))}
      hint={levels.find(({ id }) => id === rules.level)?.about ?? ""}
      onPick={(level) => onChange({ level })}
    />
    <Pick
      id="order-slow"
      label="Slow mode"
      value={rules.slowMode}
      options={pauses}
      onPick={(slowMode) => onChange({ slowMode })}
    />
    <Pick
      id="order-links"
      label="Who writes links"
      value={rules.links}
      options={linkRules.map(({ id, name }) => ({ value: id, words: name }))}
      onPick={(links) => onChange({ links })}
    />
    <Pick
      id="order-hold-lines"
      label="Lines of newcomers"
      value={rules.holdLines}
      options={holdLines}
      hint={rules.holdLines > 0 ? "They wait in the chat until you allow or refuse them." : ""}
      onPick={(lines) => onChange({ holdLines: lines })}
    />
    <Pick
      id="order-hold-minutes"
      label="Also hold their first minutes"
      value={rules.holdMinutes}
      options={holdMinutes}
      onPick={(minutes) => onChange({ holdMinutes: minutes })}
    />
  </fieldset>
);

const waves = [never, ...[3, 5, 10, 20, 50].map((value) => ({ value, words: `${value} people within 10 s` }))];

const DoorFields = ({ at: { locked, rules }, onChange }: FieldsProps) => (
  <fieldset>
    <legend>The door</legend>
    <label class="check">
      <input
        type="checkbox"
        checked={locked}
        data-testid="order-locked"
        onClick={(event) => {
          // The box shows what is so, not what was asked for.
          event.preventDefault();
          onChange({ locked: !locked });
        }}
      />
      Locked: nobody new comes in
    </label>
    <Pick
      id="order-wave"
      label="Locks itself for 5 minutes"
      value={rules.joinWave}
      options={waves}
      onPick={(joinWave) => onChange({ joinWave })}
    />
  </fieldset>
);
