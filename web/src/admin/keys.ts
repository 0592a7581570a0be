import { signal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";

const kept = "parlor-admin-keys";

const wasOff = (): boolean => {
  try {
    return localStorage.getItem(kept) === "off";
  } catch {
    return false;
  }
};

/** Whether single keys do something: who speaks to their computer, or presses keys by accident, can switch it off. */
export const areKeysOn = signal(!wasOff());

export const switchKeys = (on: boolean): void => {
  areKeysOn.value = on;
  try {
    localStorage.setItem(kept, on ? "on" : "off");
  } catch {
    // Then it holds until the page is left.
  }
};

const typed = "input:not([type=checkbox],[type=radio]), select, textarea, [contenteditable], [role=slider]";

/** Whether a key is meant for the page, not for a field or a window over it. */
const isForPage = (event: KeyboardEvent): boolean => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.defaultPrevented) return false;
  if (document.querySelector("dialog[open]") !== null) return false;
  return !(event.target instanceof Element && event.target.closest(typed) !== null);
};

type Keys = Readonly<Record<string, (() => void) | undefined>>;

const secondMs = 1200;
/** Of all that is shown; one listener for all, or the `a` of `g a` would also be an `a` by itself. */
const layers = new Set<{ current: Keys }>();
let first = "";
let timer: ReturnType<typeof setTimeout> | undefined;

const onKey = (event: KeyboardEvent): void => {
  if (!areKeysOn.value || !isForPage(event)) return;
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  const pressed = first === "" ? key : `${first} ${key}`;
  first = "";
  clearTimeout(timer);
  const known = [...layers].map(({ current }) => current);
  const act = known.findLast((keys) => keys[pressed] !== undefined)?.[pressed];
  if (act !== undefined) {
    event.preventDefault();
    act();
  } else if (known.some((keys) => Object.keys(keys).some((name) => name.startsWith(`${key} `)))) {
    first = key;
    timer = setTimeout(() => (first = ""), secondMs);
  }
};

/** Listens to single keys, such as `j`, and to one after another, such as `g q`, while the component is shown. */
export const useKeys = (keys: Keys): void => {
  const layer = useRef(keys);
  layer.current = keys;
  useEffect(() => {
    if (layers.size === 0) addEventListener("keydown", onKey);
    layers.add(layer);
    return () => {
      layers.delete(layer);
      if (layers.size === 0) removeEventListener("keydown", onKey);
    };
  }, []);
};
