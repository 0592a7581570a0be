import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";

type Props = {
  readonly children: ComponentChildren;
  /** What the second press says yes to. */
  readonly sure: string;
  readonly onSure: () => void;
  readonly class?: string;
  readonly busy?: boolean;
  /** What the button is called for those who don't see what it belongs to. */
  readonly label?: string;
  readonly testId?: string;
};

/** A button that takes two presses, for what can't be undone. */
export const SureButton = ({ children, sure, onSure, class: look = "small", busy = false, label, testId }: Props) => {
  const [asking, setAsking] = useState(false);
  const press = () => {
    if (busy) return;
    setAsking(!asking);
    if (asking) onSure();
  };
  return (
    <button
      type="button"
      class={asking ? `${look} asking` : look}
      aria-disabled={busy}
      aria-label={asking || label === undefined ? undefined : label}
      data-testid={testId}
      onClick={press}
      onBlur={() => setAsking(false)}
    >
      {asking ? sure : children}
    </button>
  );
};
