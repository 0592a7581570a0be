import { useRef, useState } from "preact/hooks";
import { chat, tell } from "../actions.ts";
import { refusedLine } from "../conduct/refused-line.ts";
import { VoiceChat } from "../voice/voice-parts.tsx";
import { useCompletion } from "./completion.tsx";
import { say } from "../text/say.ts";

const longest = 500;
/** While somebody writes, that is said again this often. */
const tellEveryMs = 3000;

type Props = {
  /** Whether the reactions are on show where there is little room. */
  readonly isReacting: boolean;
  readonly onReact: () => void;
};

/** Where one writes. What was refused comes back, to be mended, with a word about why. */
export const ChatForm = ({ isReacting, onReact }: Props) => {
  const input = useRef<HTMLInputElement>(null);
  const toldAt = useRef(0);
  const blocked = useRef("");
  const [fault, setFault] = useState("");
  const completion = useCompletion(input);
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    const field = input.current;
    const text = field?.value.trim() ?? "";
    // Sent again by a slip, what can't be said would only be another strike.
    if (field === null || text === "" || text === blocked.current) return;
    field.value = "";
    completion.show("");
    toldAt.current = 0;
    setFault("");
    const code = await chat(text);
    if (code === undefined) return;
    blocked.current = code === "blocked" ? text : "";
    setFault(refusedLine(code));
    // Somebody may have gone on writing meanwhile; neither is lost.
    field.value = `${text} ${field.value}`.trim().slice(0, longest);
  };
  const onInput = ({ currentTarget: { value } }: { readonly currentTarget: HTMLInputElement }) => {
    if (fault !== "") setFault("");
    completion.show(value);
    // A command is not talk.
    const isOn = value.trim() !== "" && !value.startsWith("/");
    const now = Date.now();
    if (isOn ? now - toldAt.current < tellEveryMs : toldAt.current === 0) return;
    toldAt.current = isOn ? now : 0;
    tell("typing", { on: isOn });
  };
  const hear = (text: string) => {
    const field = input.current;
    if (field === null) return;
    // To be read over, and mended, before it is sent.
    field.value = `${field.value} ${text}`.trim().slice(0, longest);
    field.focus();
  };
  return (
    <>
      <form class="chat-form" onSubmit={(event) => void submit(event)}>
        <label class="for-ears" for="chat-input">
          {say("play:chat.message")}
        </label>
        {completion.shown}
        <button
          type="button"
          class="quiet react-toggle"
          aria-label={say("play:chat.reactions")}
          aria-expanded={isReacting}
          aria-controls="reactions"
          onClick={onReact}
        >
          <span aria-hidden="true">☺</span>
        </button>
        <input
          id="chat-input"
          ref={input}
          data-testid="chat-input"
          maxLength={longest}
          autocomplete="off"
          enterkeyhint="send"
          placeholder={say("play:chat.hint")}
          {...completion.marks}
          aria-describedby="chat-fault"
          onInput={onInput}
        />
        <VoiceChat onHeard={hear} onFault={setFault} />
        <button class="primary" data-testid="chat-send">
          {say("play:dialog.send")}
        </button>
      </form>
      <p id="chat-fault" class="fault" role="status" data-testid="chat-fault">
        {fault}
      </p>
    </>
  );
};
