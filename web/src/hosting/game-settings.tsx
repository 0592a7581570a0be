import type { Messages } from "../../../src/protocol/messages.ts";
import { Pick } from "../conduct/pick.tsx";
import type { LobbyState } from "../lobby-state.ts";
import { answerTimes, startRules } from "./answer-times.ts";

type Changes = Messages["settings"];

type Props = { readonly at: LobbyState; readonly onChange: (changes: Changes) => void };

const counts = [3, 5, 10, 15, 20, 30, 50].map((value) => ({ value, words: String(value) }));
const lengths = [5, 10, 15, 20, 30, 45, 60, 90, 120].map((value) => ({ value, words: `${value} s` }));
const sizes = [2, 4, 8, 12, 20, 50, 100, 300, 1000].map((value) => ({ value, words: String(value) }));
const starts = [
  { value: "host", words: "When it is started" },
  { value: "auto", words: "As soon as the questions are ready" },
] as const;

/** How the next game is played. */
export const GameSettings = ({ at, onChange }: Props) => (
  <section aria-labelledby="host-game">
    <h3 id="host-game">The next game</h3>
    {at.status === "ready" && <p class="muted hint">With another number or length, other questions are made.</p>}
    <div class="two-fields">
      <Pick
        id="host-count"
        label="Questions"
        value={at.count}
        options={counts}
        onPick={(count) => onChange({ count })}
      />
      <Pick
        id="host-seconds"
        label="Seconds each"
        value={at.seconds}
        options={lengths}
        onPick={(seconds) => onChange({ seconds })}
      />
    </div>
    <Pick
      id="host-answer-time"
      label="Time to answer"
      value={at.answerTime}
      options={answerTimes}
      hint="For all alike, and shown to all. Points are as for the ordinary time: half of it is worth the same."
      onPick={(answerTime) => onChange({ answerTime })}
    />
    <div class="two-fields">
      <Pick
        id="host-start-rule"
        label="Who may start it"
        value={at.startRule}
        options={startRules}
        onPick={(startRule) => onChange({ startRule })}
      />
      <Pick
        id="host-auto"
        label="It starts"
        value={at.autoStart ? "auto" : "host"}
        options={starts}
        onPick={(start) => onChange({ autoStart: start === "auto" })}
      />
    </div>
    <Pick
      id="host-size"
      label="Players at most"
      value={at.maxPlayers}
      options={sizes}
      onPick={(maxPlayers) => onChange({ maxPlayers })}
    />
  </section>
);
