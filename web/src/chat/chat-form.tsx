import { useRef } from "preact/hooks";
import { ask, tell } from "../actions.ts";

const longest = 500;
/** While somebody writes, that is said again this often. */
const tellEveryMs = 3000;

/** Where one writes. What was refused comes back, to be mended. */
export const ChatForm = () => {
  const input = useRef<HTMLInputElement>(null);
  const toldAt = useRef(0);
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    const field = input.current;
    const text = field?.value.trim() ?? "";
    if (field === null || text === "") return;
    field.value = "";
    toldAt.current = 0;
    if (await ask("chat", { text })) return;
    // Somebody may have gone on writing meanwhile; neither is lost.
    field.value = `${text} ${field.value}`.trim().slice(0, longest);
  };
  const onInput = ({ currentTarget: { value } }: { readonly currentTarget: HTMLInputElement }) => {
    const isOn = value.trim() !== "";
    const now = Date.now();
    if (isOn ? now - toldAt.current < tellEveryMs : toldAt.current === 0) return;
    toldAt.current = isOn ? now : 0;
    tell("typing", { on: isOn });
  };
  return (
    <form class="chat-form" onSubmit={(event) => void submit(event)}>
      <label class="for-ears" for="chat-input">
        Message
      </label>
      <input
        id="chat-input"
        ref={input}
        data-testid="chat-input"
        maxLength={longest}
        autocomplete="off"
        enterkeyhint="send"
        placeholder="Message, or trivia [topic]"
        onInput={onInput}
      />
      <button class="primary" data-testid="chat-send">
        Send
      </button>
    </form>
  );
};
