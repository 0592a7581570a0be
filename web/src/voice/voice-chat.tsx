import { useMemo, useRef } from "preact/hooks";
import { listening } from "../sound/settings.ts";
import "../style/voice.css";
import { listenNow } from "./listener.ts";
import { Talk } from "./talk.ts";
import { TalkButton, TalkStatus } from "./talk-button.tsx";

type Props = { readonly onHeard: (text: string) => void };

/** Puts what is said where one writes: it is read over before it is sent. */
const VoiceChat = ({ onHeard }: Props) => {
  const latest = useRef(onHeard);
  latest.current = onHeard;
  const talk = useMemo(
    () =>
      new Talk({
        recogniser: listenNow,
        language: () => navigator.language,
        onListening: (on) => (listening.value = on),
        onHeard: ([text = ""]) => latest.current(text),
      }),
    [],
  );
  return (
    <div class="voice-chat">
      <TalkButton talk={talk} label="Speak" testId="talk-chat" />
      <TalkStatus talk={talk} />
    </div>
  );
};

export default VoiceChat;
