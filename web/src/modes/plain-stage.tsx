import { Timer } from "../game/timer.tsx";
import { Asks } from "./asks.tsx";

/** A phase of a mode's own, where the page has nothing special for it: what is asked, and the time there is. */
export const PlainStage = () => (
  <div class="question">
    <Timer />
    <Asks />
  </div>
);
