import { useEffect, useState } from "preact/hooks";
import { absentSince } from "../connection.ts";
import { seat } from "../store.ts";

/** From here on it is no short gap. */
const longMs = 8000;

/** What is wrong with the connection, and for how long it has been; the announcer tells it once to who listens. */
export const Absent = () => {
  const since = absentSince.value;
  const seconds = useSecondsSince(since);
  if (since === undefined) return <>Connecting…</>;
  const kept = seat.value === "" ? "" : "Your seat and points are kept. ";
  const lasts = <span class="seconds">{seconds} s</span>;
  if (!navigator.onLine)
    return (
      <>
        You are offline. {kept}
        {lasts}
      </>
    );
  if (seconds * 1000 < longMs) return <>Reconnecting… {lasts}</>;
  return (
    <>
      The server can't be reached. The page goes on trying. {kept}
      {lasts}
    </>
  );
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
