import { signal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { lazyPart } from "./lazy-part.tsx";

/** Whom, or which line of theirs, somebody wants to do something about. */
export type Target = {
  readonly player: string;
  readonly name: string;
  readonly kind: string;
  readonly line?: { readonly id: string; readonly text: string };
};

const open = signal<Target | undefined>(undefined);

export const openTarget = (target: Target): void => {
  open.value = target;
};

const Menu = lazyPart(() => import("./target-menu.tsx").then(({ TargetMenu }) => TargetMenu), "conduct");

/** What can be done about a line or a person, once that was asked for. */
export const TargetDialog = () => {
  const target = open.value;
  const close = () => {
    open.value = undefined;
    // With its line, the button that had the focus may have gone.
    requestAnimationFrame(() => {
      if (document.activeElement === document.body) document.getElementById("chat-input")?.focus();
    });
  };
  useEffect(() => () => void (open.value = undefined), []);
  return target === undefined ? null : <Menu target={target} onClose={close} />;
};
