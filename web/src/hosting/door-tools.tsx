import type { Messages } from "../../../src/protocol/messages.ts";
import { Pick } from "../conduct/pick.tsx";
import type { LobbyState } from "../lobby-state.ts";

type Changes = Messages["settings"];

type Props = { readonly at: LobbyState; readonly busy: boolean; readonly onChange: (changes: Changes) => void };

const pauses = [
  { value: 0, words: "off" },
  ...[5, 10, 30, 60, 120].map((value) => ({ value, words: `one line in ${value} s` })),
];

/** What is wanted in a hurry: the door, and the speed of the talk. */
export const DoorTools = ({ at: { locked, isPublic, rules }, busy, onChange }: Props) => (
  <section aria-label="Door and talk">
    <div class="two-fields">
      <button
        role="switch"
        aria-checked={locked}
        aria-disabled={busy}
        data-testid="host-lock"
        onClick={() => onChange({ locked: !locked })}
      >
        {locked ? "Locked" : "Open"}: {locked ? "nobody new comes in" : "anybody comes in"}
      </button>
      <button
        role="switch"
        aria-checked={isPublic}
        aria-disabled={busy}
        data-testid="host-public"
        onClick={() => onChange({ public: !isPublic })}
      >
        {isPublic ? "In the list of lobbies" : "Private: by link or code"}
      </button>
    </div>
    <Pick
      id="host-slow"
      label="Slow mode"
      value={rules.slowMode}
      options={pauses}
      onPick={(slowMode) => onChange({ slowMode })}
    />
  </section>
);
