import type { ComponentChildren } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";

type Props = {
  readonly title: string;
  readonly children: ComponentChildren;
  readonly onClose: () => void;
  /** Asked before the Escape key closes it; without it that may always be. */
  readonly mayClose?: () => boolean;
  readonly testId?: string;
};

/** A window over the page. Open as long as it is shown; the focus goes back to where it was. */
export const Dialog = ({ title, children, onClose, mayClose = () => true, testId }: Props) => {
  const box = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    const dialog = box.current;
    dialog?.showModal();
    return () => dialog?.close();
  }, []);
  const onCancel = (event: Event) => {
    if (!mayClose()) event.preventDefault();
  };
  const closed = () => {
    // Pressed twice, Escape asks nobody.
    if (mayClose()) onClose();
    else if (box.current?.open === false) box.current.showModal();
  };
  return (
    <dialog
      class="dialog"
      ref={box}
      aria-labelledby="dialog-title"
      data-testid={testId}
      {...{ onCancel, onClose: closed }}
    >
      <h2 id="dialog-title" tabIndex={-1}>
        {title}
      </h2>
      {children}
    </dialog>
  );
};
