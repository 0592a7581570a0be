import { useState } from "preact/hooks";
import { lazyPart } from "./lazy-part.tsx";

const OrderPanel = lazyPart(() => import("./order-panel.tsx").then((loaded) => loaded.OrderPanel));

/** Where the owner keeps the place pleasant. */
export const KeepingOrder = () => {
  const [open, setOpen] = useState(false);
  return (
    <details class="unfold" data-testid="keeping-order" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>Keeping order</summary>
      {open && <OrderPanel />}
    </details>
  );
};
