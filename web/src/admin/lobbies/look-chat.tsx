import { useState } from "preact/hooks";
import type { LookedLine } from "../../../../src/protocol/admin.ts";
import { follow } from "../../route.ts";
import { say } from "../../text/say.ts";
import { post } from "../api.ts";
import { BanDialog } from "../ban-dialog.tsx";
import { ReasonDialog } from "../reason-dialog.tsx";
import { mention } from "../saying.ts";
import { adminPath } from "../sections.ts";
import { clockTime, fullTime } from "../when.tsx";
import { useStayAtEnd } from "./stay-at-end.ts";

/** How a line that was removed is marked: its words are gone. */
type Seen = LookedLine & { readonly removed?: boolean };
type Open = { readonly what: "remove" | "ban"; readonly line: Seen };
type Props = { readonly code: string; readonly chat: readonly Seen[] };

/** What is said in the lobby, live. */
export const LookChat = ({ code, chat }: Props) => {
  const [open, setOpen] = useState<Open>();
  const log = useStayAtEnd<HTMLOListElement>(chat.at(-1)?.id);
  const close = () => setOpen(undefined);
  const remove = async (why: string) => {
    await post(`lobbies/${code}/remove-line`, { message: open?.line.id, why });
    mention(say("admin:look.removeDone"));
  };
  return (
    <section class="card chat-seen" aria-labelledby="look-chat">
      <h2 id="look-chat">{say("admin:look.chat")}</h2>
      {chat.length === 0 && <p class="muted">{say("admin:look.silent")}</p>}
      {/* Not announced line by line: whoever looks in reads at their own pace. */}
      <ol ref={log} tabIndex={0} aria-label={say("admin:look.lines")} data-testid="look-chat">
        {chat.map((line) => (
          <Line key={line.id} line={line} onOpen={(what) => setOpen({ what, line })} />
        ))}
      </ol>
      {open?.what === "remove" && (
        <ReasonDialog
          title={say("admin:look.removeTitle")}
          act={say("admin:look.removeAct")}
          grave
          optional
          onSure={remove}
          onClose={close}
        >
          <p class="quote">{open.line.text}</p>
        </ReasonDialog>
      )}
      {open?.what === "ban" && (
        <BanDialog player={open.line.player} name={open.line.name} lobby={code} onClose={close} />
      )}
    </section>
  );
};

type LineProps = { readonly line: Seen; readonly onOpen: (what: Open["what"]) => void };

const Line = ({ line: { name, kind, text, player, at, removed = text === "" }, onOpen }: LineProps) => (
  <li class={removed ? "is-removed" : ""}>
    <p>
      <time dateTime={new Date(at).toISOString()} title={fullTime(at)}>
        {clockTime(at)}
      </time>{" "}
      {kind === "bot" ? (
        <strong>{name}</strong>
      ) : (
        <a href={adminPath("people", player)} onClick={follow}>
          {name}
        </a>
      )}{" "}
      <span class="text">{removed ? say("admin:look.removed") : text}</span>
    </p>
    <span class="line-tools">
      {!removed && (
        <button
          class="quiet small"
          data-testid="remove-line"
          aria-label={say("admin:look.removeOf", { name })}
          onClick={() => onOpen("remove")}
        >
          {say("admin:look.remove")}
        </button>
      )}
      {kind === "human" && (
        <button
          class="quiet small"
          data-testid="ban-author"
          aria-label={say("admin:ban.person", { name })}
          onClick={() => onOpen("ban")}
        >
          {say("admin:ban.act")}
        </button>
      )}
    </span>
  </li>
);
