import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";

type Props = {
  readonly title: string;
  readonly testId: string;
  readonly children: ComponentChildren;
};

/** Something to open; what is in it is made, and perhaps fetched, when that is done. */
export const Unfold = ({ title, testId, children }: Props) => {
  const [open, setOpen] = useState(false);
  return (
    <details class="unfold" data-testid={testId} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{title}</summary>
      {open && children}
    </details>
  );
};
