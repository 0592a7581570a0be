import { useEffect, useState } from "preact/hooks";
import { lookAt } from "../home/lobby-door.ts";
import { say } from "../text/say.ts";

const firstMs = 1000;
const everyMs = 5000;
const longestMs = 10 * 60_000;
const minuteMs = 60_000;

/** Which lobby is waited for and until when: who found the free seat taken does not begin anew. */
let wait = { code: "", until: 0 };

const waitFor = (code: string): number => {
  if (wait.code !== code) wait = { code, until: Date.now() + longestMs };
  return wait.until;
};

/** Who is in, or asks by hand, is given the whole time the next time. */
export const waitAnew = (): void => void (wait = { code: "", until: 0 });

type Props = { readonly code: string; readonly onFree: () => void };

/** Looks whether a full lobby has a free seat again, for a while, and goes in as soon as it has. */
export const FreeSeat = ({ code, onFree }: Props) => {
  const [until] = useState(() => waitFor(code));
  const [left, setLeft] = useState(until - Date.now());
  const isOver = left <= 0;
  useEffect(() => {
    if (isOver) return undefined;
    let over = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = async (): Promise<void> => {
      // Who does not look at the page would hold a seat for nobody.
      const isFree = document.visibilityState === "visible" && (await mayEnter(code));
      if (over) return;
      if (isFree) return onFree();
      setLeft(until - Date.now());
      later(everyMs);
    };
    const later = (ms: number) => void (timer = setTimeout(() => void look(), ms));
    later(firstMs);
    return () => {
      over = true;
      clearTimeout(timer);
    };
  }, [isOver]);
  return (
    <p class="muted" role="status" data-testid="free-seat">
      {isOver ? say("play:out.stoppedLooking") : say("play:out.looking", { minutes: Math.ceil(left / minuteMs) })}
    </p>
  );
};

/** A lobby that is gone is worth a try, too: that says so. */
const mayEnter = async (code: string): Promise<boolean> => {
  const door = await lookAt(code);
  if (typeof door !== "object") return door !== undefined;
  const { players, maxPlayers, locked } = door;
  return !locked && players !== undefined && maxPlayers !== undefined && players < maxPlayers;
};
