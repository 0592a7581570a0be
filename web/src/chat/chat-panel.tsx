import { useSignal } from "@preact/signals";
import { PutCard } from "../conduct/put-card.tsx";
import { TargetDialog } from "../conduct/target.tsx";
import { heldLines, lines, lobby, maySteer, seat } from "../store.ts";
import { ChatForm } from "./chat-form.tsx";
import { ChatLog } from "./chat-log.tsx";
import { countWords, HeldTray } from "./held-tray.tsx";
import { HouseRules } from "./house-rules.tsx";
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
        <HouseRules />
        <ChatLog />
        <HeldTray />
        <Typing />
        {seat.value !== "" && <ReactionsBar />}
      </div>
      {seat.value === "" ? (
        <p class="muted">Who watches can read along.</p>
      ) : (
        <>
          <PutCard />
          <ChatForm key={lobby.value?.code ?? ""} />
        </>
      )}
      <TargetDialog />
    </aside>
  );
};

const latest = (): string => {
  if (maySteer.value && heldLines.value.length > 0) return `${countWords(heldLines.value.length)} for you`;
  const line = lines.value.at(-1);
  if (line === undefined) return "Open the chat";
  if (line.type === "system") return line.text;
  return line.removed ? "A line was removed" : `${line.name}: ${line.text}`;
};
