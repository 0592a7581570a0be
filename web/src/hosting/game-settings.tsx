import type { Messages } from "../../../src/protocol/messages.ts";
import { Pick } from "../conduct/pick.tsx";
import type { LobbyState } from "../lobby-state.ts";
import { answerTimes, startRules } from "./answer-times.ts";
import { say } from "../text/say.ts";

type Changes = Messages["settings"];

type Props = { readonly at: LobbyState; readonly onChange: (changes: Changes) => void };

const inNumbers = (values: readonly number[]) => values.map((value) => ({ value, words: String(value) }));
const counts = inNumbers([3, 5, 10, 15, 20, 30, 50]);
const sizes = inNumbers([2, 4, 8, 12, 20, 50, 100, 300, 1000]);
const lengths = () =>
  [5, 10, 15, 20, 30, 45, 60, 90, 120].map((value) => ({
    value,
    words: say("host:settings.secondsOption", { seconds: value }),
  }));
const starts = () =>
  [
    { value: "host", words: say("host:settings.startsByHost") },
    { value: "auto", words: say("host:settings.startsAuto") },
  ] as const;

/** How the next game is played. */
export const GameSettings = ({ at, onChange }: Props) => (
  <section aria-labelledby="host-game">
    <h3 id="host-game">{say("host:settings.title")}</h3>
    {at.status === "ready" && <p class="muted hint">{say("host:settings.anew")}</p>}
    <div class="two-fields">
      <Pick
        id="host-count"
        label={say("host:settings.count")}
        value={at.count}
        options={counts}
        onPick={(count) => onChange({ count })}
      />
      <Pick
        id="host-seconds"
        label={say("host:settings.seconds")}
        value={at.seconds}
        options={lengths()}
        onPick={(seconds) => onChange({ seconds })}
      />
    </div>
    <Pick
      id="host-answer-time"
      label={say("host:settings.answerTime")}
      value={at.answerTime}
      options={answerTimes()}
      hint={say("host:settings.answerTimeHint")}
      onPick={(answerTime) => onChange({ answerTime })}
    />
    <div class="two-fields">
      <Pick
        id="host-start-rule"
        label={say("host:settings.startRule")}
        value={at.startRule}
        options={startRules()}
        onPick={(startRule) => onChange({ startRule })}
      />
      <Pick
        id="host-auto"
        label={say("host:settings.starts")}
        value={at.autoStart ? "auto" : "host"}
        options={starts()}
        onPick={(start) => onChange({ autoStart: start === "auto" })}
      />
    </div>
    <Pick
      id="host-size"
      label={say("host:settings.size")}
      value={at.maxPlayers}
      options={sizes}
      onPick={(maxPlayers) => onChange({ maxPlayers })}
    />
  </section>
);
