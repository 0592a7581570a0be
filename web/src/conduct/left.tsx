import { useServerNow } from "../clock.ts";
import { leftWords } from "./words.ts";

/** How long something still lasts, as it runs out. Nobody has it read out to them every second. */
export const Left = ({ until }: { readonly until: number }) => {
  const now = useServerNow(1000);
  return (
    <span class="left" role="timer" aria-live="off" data-testid="left">
      {leftWords(until - now)}
    </span>
  );
};
