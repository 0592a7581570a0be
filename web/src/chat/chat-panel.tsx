import { useSignal } from "@preact/signals";
import { useRef } from "preact/hooks";
import { PutCard } from "../conduct/put-card.tsx";
import { TargetDialog } from "../conduct/target.tsx";
import { heldLines, lines, lobby, maySteer, seat } from "../store.ts";
import { ChatForm } from "./chat-form.tsx";
import { ChatLog } from "./chat-log.tsx";
import { Floats } from "./floats.tsx";
import { HeldTray } from "./held-tray.tsx";
import { HouseRules } from "./house-rules.tsx";
import { ReactionsBar } from "./reactions-bar.tsx";
import { Typing, typingWords } from "./typing.tsx";
import { useUnread } from "./unread.ts";
import { noticeWords } from "../notice-words.ts";
import { say } from "../text/say.ts";

/** The talk. On a phone it is a drawer, folded to its last line and the input; on a desk it is always open. */
export const ChatPanel = () => {
  const open = useSignal(false);
  const reacting = useSignal(false);
  const fold = useRef<HTMLButtonElement>(null);
  const unread = useUnread(open.value);
  const { status, game } = lobby.value ?? {};
  const marks = [
    "chat",
    open.value && "open",
    reacting.value && "reacting",
    status === "in-progress" && game?.phase === "question" && "beside-question",
  ];
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "Escape" || !open.value || fold.current?.offsetParent === null) return;
    open.value = false;
    fold.current?.focus();
  };
  return (
    <aside class={marks.filter(Boolean).join(" ")} aria-labelledby="chat-title" onKeyDown={onKeyDown}>
      <Floats />
      <div class="panel-head">
        <h2 id="chat-title">{say("play:chat.title")}</h2>
        <button
          class="fold"
          ref={fold}
          aria-expanded={open.value}
          aria-controls="chat-body"
          data-testid="chat-fold"
          onClick={() => (open.value = !open.value)}
        >
          {unread > 0 && (
            <span class="unread" data-testid="unread">
              {unread > 99 ? "99+" : unread}
              <span class="for-ears"> {say("play:chat.new")}</span>
            </span>
          )}
          <span class="latest">{open.value ? say("play:chat.fold") : latest()}</span>
          <span aria-hidden="true">{open.value ? "▾" : "▴"}</span>
        </button>
      </div>
      <div class="chat-body" id="chat-body">
        <HouseRules />
        <ChatLog />
        <HeldTray />
        <Typing />
      </div>
      {seat.value === "" ? (
        <p class="muted">{say("play:chat.readAlong")}</p>
      ) : (
        <>
          <PutCard />
          <ReactionsBar />
          <ChatForm
            key={lobby.value?.code ?? ""}
            isReacting={reacting.value}
            onReact={() => (reacting.value = !reacting.value)}
          />
        </>
      )}
      <TargetDialog />
    </aside>
  );
};

const latest = (): string => {
  if (maySteer.value && heldLines.value.length > 0) return say("play:held.forYou", { count: heldLines.value.length });
  const writing = typingWords();
  if (writing !== "") return writing;
  const line = lines.value.at(-1);
  if (line === undefined) return say("play:chat.open");
  if (line.type === "system") return noticeWords(line);
  return line.removed ? say("play:chat.lineRemoved") : say("play:chat.latest", { name: line.name, text: line.text });
};
