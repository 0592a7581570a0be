import { signal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { choose } from "../actions.ts";
import { choiceOfKey } from "./marks.ts";

const storageKey = "parlor-keys";
const offWord = "off";

const kept = (): boolean => {
  try {
    return localStorage.getItem(storageKey) !== offWord;
  } catch {
    return true;
  }
};

/** Whether single keys do something: who speaks to their computer, or hits keys by chance, can switch that off. */
export const keysOn = signal(kept());
/** Whether the list of keys is shown. */
export const keysShown = signal(false);

export const switchKeys = (on: boolean): void => {
  keysOn.value = on;
  try {
    if (on) localStorage.removeItem(storageKey);
    else localStorage.setItem(storageKey, offWord);
  } catch {
    // Nothing may be stored: it holds as long as the page.
  }
};

/** Lets keys answer, unless somebody is doing something else. */
export const useAnswerKeys = (): void =>
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.repeat || isBusy(event.target)) return;
      if (keysOn.value) press(event);
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, []);

const press = (event: KeyboardEvent): void => {
  const choice = choiceOfKey(event.key);
  if (choice !== undefined) choose(choice);
  else if (event.key === "?") keysShown.value = true;
  else if (event.key === "/") toChat(event);
};

/** To where one writes, with the commands at hand. */
const toChat = (event: KeyboardEvent): void => {
  const field = document.getElementById("chat-input");
  if (!(field instanceof HTMLInputElement)) return;
  event.preventDefault();
  field.focus();
  if (field.value !== "") return;
  field.value = "/";
  field.dispatchEvent(new InputEvent("input", { bubbles: true }));
};

/** Whether somebody writes, or has a dialog open: then a key is not meant for the question behind it. */
export const isBusy = (target: EventTarget | null): boolean =>
  document.querySelector("dialog[open]") !== null ||
  (target instanceof HTMLElement && (target.isContentEditable || /^(?:INPUT|TEXTAREA|SELECT)$/.test(target.tagName)));
