import { useLayoutEffect, useRef } from "preact/hooks";
import { say } from "../../text/say.ts";
import { AliasName } from "./alias-name.tsx";
import { lines, own, typingWords } from "./round.ts";

/** Nearer to the end than this, the log follows what is said. */
const nearPx = 80;

/** What has been said in the round, with one's own lines that are still on their way. */
export const Log = () => {
  const log = useRef<HTMLDivElement>(null);
  const follows = useRef(true);
  const said = lines();
  const { aliases, waiting } = own();
  useLayoutEffect(() => {
    const list = log.current;
    if (list !== null && follows.current) list.scrollTop = list.scrollHeight;
  }, [said.length, waiting.length]);
  const onScroll = ({ currentTarget: list }: { readonly currentTarget: HTMLDivElement }) => {
    follows.current = list.scrollHeight - list.scrollTop - list.clientHeight < nearPx;
  };
  return (
    <>
      <div
        class="alias-log"
        ref={log}
        role="log"
        tabIndex={0}
        aria-label={say("modeFindTheBot:talk.log")}
        data-testid="alias-log"
        onScroll={onScroll}
      >
        {said.length + waiting.length === 0 && <p class="muted">{say("modeFindTheBot:talk.empty")}</p>}
        <ul>
          {said.map(({ alias, text, at }, index) => (
            <li key={`${index} ${at}`} class={aliases.includes(alias) ? "own" : ""}>
              <AliasName id={alias} /> <span class="said">{text}</span>
            </li>
          ))}
          {waiting.map(({ alias, text }, index) => (
            <li key={`waits ${index}`} class="own waits">
              <AliasName id={alias} /> <span class="said">{text}</span>{" "}
              <span>({say("modeFindTheBot:talk.waits")})</span>
            </li>
          ))}
        </ul>
      </div>
      <p class="typing">{typingWords()}</p>
    </>
  );
};
