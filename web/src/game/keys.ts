import { useEffect } from "preact/hooks";
import { choose } from "../actions.ts";
import { choiceOfKey } from "./marks.ts";

/** Lets keys answer, unless somebody is writing. */
export const useAnswerKeys = (): void =>
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.repeat || isWriting(event.target)) return;
      const choice = choiceOfKey(event.key);
      if (choice !== undefined) choose(choice);
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, []);

const isWriting = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || /^(?:INPUT|TEXTAREA|SELECT)$/.test(target.tagName));
