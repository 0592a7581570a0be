import { say } from "./text/say.ts";

let isUnsaved = (): boolean => false;

const onUnload = (event: BeforeUnloadEvent): void => {
  if (isUnsaved()) event.preventDefault();
};

/** Has people asked before they leave with something unsaved, until the returned function is called. */
export const askBeforeLeaving = (check: () => boolean): (() => void) => {
  isUnsaved = check;
  addEventListener("beforeunload", onUnload);
  return () => {
    isUnsaved = () => false;
    removeEventListener("beforeunload", onUnload);
  };
};

export const mayLeave = (): boolean => !isUnsaved() || confirm(say("play:page.unsaved"));
