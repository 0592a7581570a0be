import { say } from "../text/say.ts";
import { lazyPart } from "./lazy-part.tsx";
import { Unfold } from "./unfold.tsx";

const OrderPanel = lazyPart(() => import("./order-panel.tsx").then((loaded) => loaded.OrderPanel), "conduct");

/** Where the owner keeps the place pleasant. */
export const KeepingOrder = () => (
  <Unfold title={say("conduct:order.title")} testId="keeping-order">
    <OrderPanel />
  </Unfold>
);
