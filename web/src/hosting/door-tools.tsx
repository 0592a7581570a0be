import type { Messages } from "../../../src/protocol/messages.ts";
import { Pick } from "../conduct/pick.tsx";
import type { LobbyState } from "../lobby-state.ts";
import { say } from "../text/say.ts";

type Changes = Messages["settings"];

type Props = { readonly at: LobbyState; readonly busy: boolean; readonly onChange: (changes: Changes) => void };

const pauses = () => [
  { value: 0, words: say("host:door.slowOff") },
  ...[5, 10, 30, 60, 120].map((value) => ({ value, words: say("host:door.slowBy", { seconds: value }) })),
];

/** What is wanted in a hurry: the door, and the speed of the talk. */
export const DoorTools = ({ at: { locked, isPublic, rules }, busy, onChange }: Props) => (
  <section aria-label={say("host:door.title")}>
    <Check
      id="host-lock"
      words={say("host:door.locked")}
      isOn={locked}
      busy={busy}
      onChange={(to) => onChange({ locked: to })}
    />
    <Check
      id="host-public"
      words={say("host:door.listed")}
      isOn={isPublic}
      busy={busy}
      onChange={(to) => onChange({ public: to })}
    />
    <Pick
      id="host-slow"
      label={say("host:door.slow")}
      value={rules.slowMode}
      options={pauses()}
      onPick={(slowMode) => onChange({ slowMode })}
    />
  </section>
);

type CheckProps = {
  readonly id: string;
  readonly words: string;
  readonly isOn: boolean;
  readonly busy: boolean;
  readonly onChange: (isOn: boolean) => void;
};

const Check = ({ id, words, isOn, busy, onChange }: CheckProps) => (
  <label class="check">
    <input
      type="checkbox"
      checked={isOn}
      aria-disabled={busy}
      data-testid={id}
      onClick={(event) => {
        // The box shows what is so, not what was asked for.
        event.preventDefault();
        onChange(!isOn);
      }}
    />
    {words}
  </label>
);
