import { useEffect, useState } from "preact/hooks";
import { lookAt } from "../home/lobby-door.ts";
import { say } from "../text/say.ts";

const everyMs = 5000;
const longestMs = 10 * 60_000;
const minuteMs = 60_000;

/** Until when which lobby is looked at: a seat that somebody else took first begins no new wait. */
let wait = { code: "", until: 0 };

type Props = { readonly code: string; readonly onFree: () => void };

/** Looks whether a full lobby has a free seat again, for a while, and goes in as soon as it has. */
export const FreeSeat = ({ code, onFree }: Props) => {
  if (wait.code !== code) wait = { code, until: Date.now() + longestMs };
  const [left, setLeft] = useState(wait.until - Date.now());
  const isOver = left <= 0;
  useEffect(() => {
    if (isOver) return undefined;
    const look = async (): Promise<void> => {
      setLeft(wait.until - Date.now());
      // Who does not look at the page would hold a seat for nobody.
      if (document.visibilityState === "hidden") return;
      const door = await lookAt(code);
      if (timer !== undefined && hasSeat(door)) onFree();
    };
    let timer: ReturnType<typeof setInterval> | undefined = setInterval(() => void look(), everyMs);
    return () => {
      clearInterval(timer);
      timer = undefined;
    };
  }, [code, isOver]);
  return (
    <p class="muted" role="status" data-testid="free-seat">
      {isOver ? say("play:out.stoppedLooking") : say("play:out.looking", { minutes: Math.ceil(left / minuteMs) })}
    </p>
  );
};

/** Who asks by hand is given the whole time anew. */
export const waitAnew = (): void => void (wait = { code: "", until: 0 });

const hasSeat = (door: Awaited<ReturnType<typeof lookAt>>): boolean => {
  if (typeof door !== "object" || door.locked) return false;
  const { players, maxPlayers } = door;
  return players !== undefined && maxPlayers !== undefined && players < maxPlayers;
};
