import { useSignal } from "@preact/signals";
import { lines, lobby, seat } from "../store.ts";
import { ChatForm } from "./chat-form.tsx";
import { ChatLog } from "./chat-log.tsx";
import { ReactionsBar } from "./reactions-bar.tsx";
import { Typing } from "./typing.tsx";

/** The talk. On a phone it is folded to its last line and the input; on a desk it is always open. */
export const ChatPanel = () => {
  const open = useSignal(false);
  return (
    <aside class={open.value ? "chat open" : "chat"} aria-labelledby="chat-title">
      <div class="panel-head">
        <h2 id="chat-title">Chat</h2>
        <button
          class="fold"
          aria-expanded={open.value}
          aria-controls="chat-body"
          onClick={() => (open.value = !open.value)}
        >
          <span class="latest">{open.value ? "Fold the chat" : latest()}</span>
          <span aria-hidden="true">{open.value ? "▾" : "▴"}</span>
        </button>
      </div>
      <div class="chat-body" id="chat-body">
        <ChatLog />
        <Typing />
        {seat.value !== "" && <ReactionsBar />}
      </div>
      {seat.value === "" ? (
        <p class="muted">Who watches can read along.</p>
      ) : (
        <ChatForm key={lobby.value?.code ?? ""} />
      )}
    </aside>
  );
};

const latest = (): string => {
  const line = lines.value.at(-1);
  if (line === undefined) return "Open the chat";
  if (line.type === "system") return line.text;
  return line.removed ? "A message was removed" : `${line.name}: ${line.text}`;
};
