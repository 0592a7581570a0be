import { useEffect } from "preact/hooks";
import { askBeforeLeaving } from "../leaving.ts";

/** The places of the page with something typed that is not saved. */
const places = new Set<string>();

/** Says of one place whether something there is unsaved. */
export const useUnsaved = (place: string, isUnsaved: boolean): void =>
  useEffect(() => {
    if (isUnsaved) places.add(place);
    return () => void places.delete(place);
  }, [place, isUnsaved]);

export const hasUnsaved = (): boolean => places.size > 0;

/** Has people asked before they leave the page with something unsaved. */
export const useLeavingGuard = (): void => useEffect(() => askBeforeLeaving(hasUnsaved), []);
