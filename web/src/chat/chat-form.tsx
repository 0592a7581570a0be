import { useRef } from "preact/hooks";
import { ask, tell } from "../actions.ts";

const longest = 500;
/** While somebody writes, that is said again this often. */
const tellEveryMs = 3000;

/** Where one writes. What was refused stays, to be mended. */
export const ChatForm = () => {
  const input = useRef<HTMLInputElement>(null);
  const toldAt = useRef(0);
  const busy = useRef(false);
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    const field = input.current;
    const text = field?.value.trim() ?? "";
    if (field === null || text === "" || busy.current) return;
    busy.current = true;
    const said = await ask("chat", { text });
    busy.current = false;
    toldAt.current = 0;
    // Somebody may have gone on writing while it was on its way.
    if (said && field.value.trim() === text) field.value = "";
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
