import { useState } from "preact/hooks";
import type { Messages } from "../../../src/protocol/messages.ts";
import { useSending } from "../account/sending.ts";
import { order } from "../actions.ts";
import type { LobbyState } from "../lobby-state.ts";
import { lobby } from "../store.ts";
import { say } from "../text/say.ts";
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
        {isSaved ? say("conduct:order.saved") : ""}
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
      aria-label={say("conduct:order.emergency")}
      aria-describedby="emergency-about"
      aria-disabled={busy}
      data-testid="emergency"
      onClick={() => onChange(!isOn)}
    >
      {isOn ? say("conduct:order.emergencyOn") : say("conduct:order.emergencyOff")}
    </button>
    <p id="emergency-about">
      {isOn ? say("conduct:order.whenOn") : say("conduct:order.whenOff")}{" "}
      {say("conduct:order.emergencyAbout", { seconds: emergencySlowMode })}
    </p>
  </div>
);

type FieldsProps = { readonly at: LobbyState; readonly onChange: (changes: Changes) => void };

/** Options of a setting that 0 turns off. */
const orNever = (values: readonly number[], wordsOf: (value: number) => string) => [
  { value: 0, words: say("conduct:order.off") },
  ...values.map((value) => ({ value, words: wordsOf(value) })),
];
const pauses = () => orNever([5, 10, 30, 60, 120], (seconds) => say("conduct:order.pause", { seconds }));
const holdLines = () => [
  { value: 0, words: say("conduct:order.atOnce") },
  ...[1, 3, 10].map((lines) => ({ value: lines, words: say("conduct:order.firstLines", { lines }) })),
];
const holdMinutes = () => orNever([1, 5, 15, 60], (minutes) => say("conduct:order.min", { minutes }));

const TalkFields = ({ at: { rules }, onChange }: FieldsProps) => (
  <fieldset>
    <legend>{say("conduct:order.talk")}</legend>
    <Pick
      id="order-level"
      label={say("conduct:order.words")}
      value={rules.level}
      options={levels.map(({ id, name }) => ({ value: id, words: name }))}
      hint={levels.find(({ id }) => id === rules.level)?.about ?? ""}
      onPick={(level) => onChange({ level })}
    />
    <Pick
      id="order-slow"
      label={say("conduct:order.slow")}
      value={rules.slowMode}
      options={pauses()}
      onPick={(slowMode) => onChange({ slowMode })}
    />
    <Pick
      id="order-links"
      label={say("conduct:order.links")}
      value={rules.links}
      options={linkRules.map(({ id, name }) => ({ value: id, words: name }))}
      onPick={(links) => onChange({ links })}
    />
    <Pick
      id="order-hold-lines"
      label={say("conduct:order.newcomers")}
      value={rules.holdLines}
      options={holdLines()}
      hint={rules.holdLines > 0 ? say("conduct:order.holdHint") : ""}
      onPick={(lines) => onChange({ holdLines: lines })}
    />
    <Pick
      id="order-hold-minutes"
      label={say("conduct:order.minutes")}
      value={rules.holdMinutes}
      options={holdMinutes()}
      onPick={(minutes) => onChange({ holdMinutes: minutes })}
    />
  </fieldset>
);

const waves = () => orNever([3, 5, 10, 20, 50], (people) => say("conduct:order.waveOf", { people }));

const DoorFields = ({ at: { locked, rules }, onChange }: FieldsProps) => (
  <fieldset>
    <legend>{say("conduct:order.door")}</legend>
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
      {say("conduct:order.locked")}
    </label>
    <Pick
      id="order-wave"
      label={say("conduct:order.wave")}
      value={rules.joinWave}
      options={waves()}
      onPick={(joinWave) => onChange({ joinWave })}
    />
  </fieldset>
);
