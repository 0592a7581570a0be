import { useLayoutEffect, useRef } from "preact/hooks";
import { type Line, lines, seat } from "../store.ts";

/** Nearer to the end than this, the log follows what is said. */
const nearPx = 80;

/** What has been said. */
export const ChatLog = () => {
  const log = useRef<HTMLUListElement>(null);
  const follows = useRef(true);
  const last = lines.value.at(-1)?.id;
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
    <ul class="chat-log" ref={log} data-testid="chat-log" tabIndex={0} aria-label="Messages" onScroll={onScroll}>
      {lines.value.map((line) => (
        <Entry key={line.id} line={line} />
      ))}
    </ul>
  );
};

const Entry = ({ line }: { readonly line: Line }) => {
  if (line.type === "system") return <li class="system">{line.text}</li>;
  return (
    <li class={line.player === seat.value ? "own" : ""}>
      <span class="speaker">
        {line.name}
        {line.kind === "bot" && <span class="badge">bot</span>}
        <time dateTime={new Date(line.at).toISOString()}>{clockTime(line.at)}</time>
      </span>
      <span class={line.removed ? "said muted" : "said"}>{line.removed ? "This message was removed." : line.text}</span>
    </li>
  );
};

const clockTime = (at: number): string => new Date(at).toLocaleTimeString([], { hour: "2-digit", minute: "2-digit" });
