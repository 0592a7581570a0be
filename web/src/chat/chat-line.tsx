import { reasonShort } from "../conduct/words.ts";
import { openTarget } from "../conduct/target.tsx";
import { type Line, seat } from "../store.ts";
import { inDates } from "../text/figures.ts";
import { say } from "../text/say.ts";

type Said = Extract<Line, { readonly type: "chat" }>;

type Props = {
  readonly line: Said;
  /** Whether its menu is the one that the keyboard comes to first. */
  readonly isLast: boolean;
};

/** Somebody's words, and what can be done about them. */
export const ChatLine = ({ line, isLast }: Props) => {
  const { id, player, name, kind, text, at, removed, why, waits } = line;
  if (removed)
    return (
      <li class="removed" data-testid="removed-line">
        {why === ""
          ? say("play:chat.removed", { name })
          : say("play:chat.removedFor", { name, reason: reasonShort(why) })}
      </li>
    );
  return (
    <li class={player === seat.value ? "own" : ""} data-testid="chat-line">
      <span class="speaker">
        <span class="grow">
          {name}
          {kind === "bot" && <span class="badge">{say("play:badge.bot")}</span>}
          <time dateTime={new Date(at).toISOString()}>{clockTime(at)}</time>
        </span>
        {!waits && (
          <button
            class="quiet line-menu"
            aria-label={say("play:chat.options", { name })}
            aria-haspopup="dialog"
            tabIndex={isLast ? 0 : -1}
            onClick={() => openTarget({ player, name, kind, line: { id, text } })}
          >
            <span aria-hidden="true">⋯</span>
          </button>
        )}
      </span>
      <span class={waits ? "said muted" : "said"} dir="auto">
        {text}
      </span>
      {waits && <span class="waits">{say("play:chat.waits")}</span>}
    </li>
  );
};

const clockTime = (at: number): string => inDates(at, { hour: "2-digit", minute: "2-digit" });
