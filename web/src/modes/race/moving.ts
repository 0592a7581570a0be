import { useEffect } from "preact/hooks";
import { makeMove } from "../../actions.ts";
import { sentence } from "../../codes-text.ts";
import { isBusy, keysOn } from "../../game/keys.ts";
import { choiceOfKey } from "../../game/marks.ts";
import { lobby, showStatus } from "../../store.ts";
import { buzzAsk, respondAsk } from "./shown.ts";

/** Somebody was faster: the page shows who, and nothing has to be said. */
const quiet: ReadonlySet<string> = new Set(["no_such_ask", "too_late", "already_answered"]);

const isHeld = (): boolean => lobby.value?.game.paused === true || lobby.value?.degraded === true;

const send = async (move: Parameters<typeof makeMove>[0]): Promise<void> => {
  const code = await makeMove(move);
  if (code !== undefined && !quiet.has(code)) showStatus(sentence(code));
};

export const press = (): void => {
  const ask = buzzAsk();
  if (ask !== undefined && !isHeld()) void send({ ask: ask.id });
};

export const respond = (choice: number): void => {
  const ask = respondAsk();
  if (ask?.choices?.[choice] !== undefined && !isHeld()) void send({ ask: ask.id, choice });
};

/** Space and Enter buzz, unless they are for a button that has the focus; figures and letters answer. */
export const useBuzzKeys = (): void =>
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.repeat || isBusy(event.target)) return;
      if (!keysOn.value) return;
      const choice = choiceOfKey(event.key);
      if (choice !== undefined) respond(choice);
      if (event.key !== " " && event.key !== "Enter") return;
      if (event.target instanceof Element && event.target.closest("button, a, summary") !== null) return;
      event.preventDefault();
      press();
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, []);
