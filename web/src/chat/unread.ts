import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { serverNow } from "../clock.ts";
import { lines, seat } from "../store.ts";

/** How many lines of others have come since the chat was last open. */
export const useUnread = (isOpen: boolean): number => {
  const seenAt = useSignal(serverNow());
  useEffect(() => () => void (seenAt.value = serverNow()), [isOpen]);
  if (isOpen) return 0;
  return lines.value.filter(
    (line) => line.type === "chat" && !line.removed && line.player !== seat.value && line.at > seenAt.value,
  ).length;
};
