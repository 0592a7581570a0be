import { useEffect, useState } from "preact/hooks";

/** As wide as its place is, so that letters keep their size. */
export const useWidth = (box: { readonly current: HTMLElement | null }): number => {
  const [width, setWidth] = useState(480);
  useEffect(() => {
    if (box.current === null) return undefined;
    const observer = new ResizeObserver(([entry]) => {
      if (entry !== undefined) setWidth(Math.max(220, Math.round(entry.contentRect.width)));
    });
    observer.observe(box.current);
    return () => observer.disconnect();
  }, []);
  return width;
};
