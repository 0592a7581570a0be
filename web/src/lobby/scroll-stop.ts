import { useLayoutEffect, useRef } from "preact/hooks";

/** Makes an element a stop for the keyboard while it scrolls, so that its end can be reached without a mouse. */
export const useScrollStop = <Kind extends HTMLElement>() => {
  const element = useRef<Kind>(null);
  // After every rendering: what is inside decides whether it scrolls.
  useLayoutEffect(() => {
    const scroller = element.current;
    if (scroller === null) return;
    if (scroller.scrollHeight > scroller.clientHeight && getComputedStyle(scroller).overflowY === "auto")
      scroller.tabIndex = 0;
    else scroller.removeAttribute("tabindex");
  });
  return element;
};
