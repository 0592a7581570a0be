import { useEffect } from "preact/hooks";
import { say } from "../text/say.ts";
import type { Talk } from "./talk.ts";
import { faultWords } from "./talk-words.ts";

type Props = {
  readonly talk: Talk;
  readonly label: string;
  readonly testId: string;
  readonly off?: boolean;
  /** Its words are for ears alone. */
  readonly isSmall?: boolean;
};

/** Held, it listens until it is let go; pressed, until it is pressed again. */
export const TalkButton = ({ talk, label, testId, off = false, isSmall = false }: Props) => {
  const { at } = talk.state.value;
  useEffect(() => () => talk.cancel(), [talk]);
  const press = (event: PointerEvent) => {
    if (off || event.button !== 0) return;
    talk.press(performance.now());
  };
  const words = at === "rest" || at === "fault" ? label : say(`voice:talk.${at}`);
  return (
    <button
      type="button"
      class={talk.isBusy ? "talk on" : "talk"}
      data-testid={testId}
      aria-disabled={off}
      aria-pressed={talk.isBusy}
      onPointerDown={press}
      onPointerUp={() => talk.release(performance.now())}
      onPointerLeave={() => talk.release(performance.now())}
      onContextMenu={(event) => event.preventDefault()}
      // A press of the keyboard, or of whatever stands for it, has no pointer.
      onClick={({ detail }) => detail === 0 && !off && talk.press(performance.now())}
    >
      <span aria-hidden="true">🎤</span> <span class={isSmall ? "for-ears" : ""}>{words}</span>
    </button>
  );
};

/** What is heard while it is heard, and why nothing was. */
export const TalkStatus = ({ talk }: { readonly talk: Talk }) => {
  const state = talk.state.value;
  return (
    <p class="talk-status" role="status" data-testid="talk-status">
      {state.at === "listening" && state.partial}
      {state.at === "fault" && faultWords(state.fault)}
    </p>
  );
};
