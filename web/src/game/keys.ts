import { useEffect } from "preact/hooks";
import { choose } from "../actions.ts";
import { choiceOfKey } from "./marks.ts";

/** Lets keys answer, unless somebody is doing something else. */
export const useAnswerKeys = (): void =>
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.repeat || isBusy(event.target)) return;
      const choice = choiceOfKey(event.key);
      if (choice !== undefined) choose(choice);
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, []);

/** Whether somebody writes, or has a dialog open: then a key is not meant for the question behind it. */
const isBusy = (target: EventTarget | null): boolean =>
  document.querySelector("dialog[open]") !== null ||
  (target instanceof HTMLElement && (target.isContentEditable || /^(?:INPUT|TEXTAREA|SELECT)$/.test(target.tagName)));
