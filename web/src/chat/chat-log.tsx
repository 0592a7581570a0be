import { useLayoutEffect, useRef } from "preact/hooks";
import { type Line, lines } from "../store.ts";
import { ChatLine } from "./chat-line.tsx";
import { moveAmongMenus } from "./menu-keys.ts";
import { noticeWords } from "../notice-words.ts";
import { say } from "../text/say.ts";

/** Nearer to the end than this, the log follows what is said. */
const nearPx = 80;

/** What has been said. */
export const ChatLog = () => {
  const log = useRef<HTMLUListElement>(null);
  const follows = useRef(true);
  const last = lines.value.at(-1)?.id;
  const lastSaid = lines.value.findLast(hasMenu)?.id;
  useLayoutEffect(() => {
    const list = log.current;
    if (list === null) return undefined;
    const toEnd = () => {
      if (follows.current) list.scrollTop = list.scrollHeight;
    };
    toEnd();
    const sizes = new ResizeObserver(toEnd);
    sizes.observe(list);
    return () => sizes.disconnect();
  }, [last]);
  const onScroll = ({ currentTarget: list }: { readonly currentTarget: HTMLUListElement }) => {
    follows.current = list.scrollHeight - list.scrollTop - list.clientHeight < nearPx;
  };
  return (
    <ul
      class="chat-log"
      ref={log}
      data-testid="chat-log"
      tabIndex={0}
      aria-label={say("play:chat.messages")}
      onScroll={onScroll}
      onKeyDown={moveAmongMenus}
    >
      {lines.value.map((line) =>
        line.type === "system" ? (
          <li key={line.id} class={line.code === "announcement" ? "announcement" : "system"}>
            {line.code === "announcement" && <strong>{say("play:chat.staff")}</strong>}
            {noticeWords(line)}
          </li>
        ) : (
          <ChatLine key={line.id} line={line} isLast={line.id === lastSaid} />
        ),
      )}
    </ul>
  );
};

const hasMenu = (line: Line): boolean => line.type === "chat" && !line.removed && !line.waits;
