import { useEffect, useMemo, useRef } from "preact/hooks";
import { listening } from "../sound/settings.ts";
import "../style/voice.css";
import { say } from "../text/say.ts";
import { spokenHere } from "./language.ts";
import { listenNow } from "./listener.ts";
import { Talk } from "./talk.ts";
import { TalkButton } from "./talk-button.tsx";
import { faultWords } from "./talk-words.ts";

export type VoiceChatProps = {
  readonly onHeard: (text: string) => void;
  /** Says in words why nothing was understood; "" for nothing to say. */
  readonly onFault: (words: string) => void;
};

/** Puts what is said where one writes: it is read over before it is sent. */
const VoiceChat = ({ onHeard, onFault }: VoiceChatProps) => {
  const latest = useRef(onHeard);
  latest.current = onHeard;
  const talk = useMemo(
    () =>
      new Talk({
        recogniser: listenNow,
        language: spokenHere,
        onListening: (on) => (listening.value = on),
        onHeard: ([text = ""]) => latest.current(text),
      }),
    [],
  );
  const state = talk.state.value;
  useEffect(() => {
    if (state.at === "fault") onFault(faultWords(state.fault));
    else if (state.at === "opening") onFault("");
  }, [state]);
  return <TalkButton talk={talk} label={say("voice:talk.speak")} testId="talk-chat" isSmall />;
};

export default VoiceChat;
