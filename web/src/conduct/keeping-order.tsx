import { lazyPart } from "./lazy-part.tsx";
import { Unfold } from "./unfold.tsx";

const OrderPanel = lazyPart(() => import("./order-panel.tsx").then((loaded) => loaded.OrderPanel));

/** Where the owner keeps the place pleasant. */
export const KeepingOrder = () => (
  <Unfold title="Keeping order" testId="keeping-order">
    <OrderPanel />
  </Unfold>
);
