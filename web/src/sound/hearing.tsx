import { useEffect } from "preact/hooks";
import { type Place, settingsAt } from "./settings.ts";

/** Fetches what sounds and what reads aloud once it is wanted, and lets both go when it is not. */
export const Hearing = ({ place }: { readonly place: Place }) => {
  const { on, aloud } = settingsAt(place).value;
  useEffect(
    () => (on ? running(async () => (await import("./driver.ts")).startSounds(place)) : undefined),
    [on, place],
  );
  useEffect(
    () => (aloud ? running(async () => (await import("../voice/reading.ts")).startReading()) : undefined),
    [aloud],
  );
  return null;
};

/** Starts something that takes its time to come; gives what stops it, come or not. */
const running = (start: () => Promise<() => void>): (() => void) => {
  let isOver = false;
  let stop: (() => void) | undefined;
  const begin = async (): Promise<void> => {
    const stopping = await start();
    if (isOver) stopping();
    else stop = stopping;
  };
  // The server is away: the page goes on without.
  begin().catch(() => undefined);
  return () => {
    isOver = true;
    stop?.();
  };
};
