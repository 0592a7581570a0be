import { useLayoutEffect, useRef } from "preact/hooks";

/** Keeps a list scrolled to its end as it grows, unless somebody has scrolled up to read. */
export const useStayAtEnd = <Element extends HTMLElement>(last: string | undefined) => {
  const list = useRef<Element>(null);
  const isAtEnd = useRef(true);
  useLayoutEffect(() => {
    const box = list.current;
    if (box === null) return undefined;
    const onScroll = () => void (isAtEnd.current = box.scrollHeight - box.scrollTop - box.clientHeight < 40);
    box.addEventListener("scroll", onScroll, { passive: true });
    return () => box.removeEventListener("scroll", onScroll);
  }, []);
  useLayoutEffect(() => {
    if (isAtEnd.current) list.current?.scrollTo(0, list.current.scrollHeight);
  }, [last]);
  return list;
};
