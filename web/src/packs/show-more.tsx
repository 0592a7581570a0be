import { useState } from "preact/hooks";
import { say } from "../text/say.ts";

const step = 50;

/** How many of a long list are shown, and the button for more of it. */
export const useShowMore = (total: number) => {
  const [shown, setShown] = useState(step);
  const more =
    total > shown ? (
      <button class="wide" onClick={() => setShown(shown + step)}>
        {say("host:packs.showMore", { count: Math.min(step, total - shown), total })}
      </button>
    ) : null;
  return { shown, more, showAll: () => setShown(Math.max(shown, total + 1)) };
};
