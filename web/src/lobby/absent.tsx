import { useEffect, useState } from "preact/hooks";
import { absentSince } from "../connection.ts";
import { seat } from "../store.ts";
import { sayRich } from "../text/rich.ts";
import { say } from "../text/say.ts";

/** From here on it is no short gap. */
const longMs = 8000;

/** What is wrong with the connection, and for how long it has been; the announcer tells it once to who listens. */
export const Absent = () => {
  const since = absentSince.value;
  const seconds = useSecondsSince(since);
  if (since === undefined) return <>{say("play:link.connecting")}</>;
  const isKept = seat.value !== "";
  const lasts = { time: () => <span class="seconds">{say("play:time.seconds", { seconds })}</span> };
  if (!navigator.onLine) return sayRich(isKept ? "play:link.offlineKept" : "play:link.offline", {}, lasts);
  if (seconds * 1000 < longMs) return sayRich("play:link.reconnecting", {}, lasts);
  return sayRich(isKept ? "play:link.awayKept" : "play:link.away", {}, lasts);
};

const useSecondsSince = (since: number | undefined): number => {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    if (since === undefined) return undefined;
    const timer = setInterval(() => setNow(Date.now()), 500);
    return () => clearInterval(timer);
  }, [since]);
  return since === undefined ? 0 : Math.max(0, Math.floor((now - since) / 1000));
};
