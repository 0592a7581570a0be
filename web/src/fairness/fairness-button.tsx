import { useState } from "preact/hooks";
import { lazyPart } from "../conduct/lazy-part.tsx";
import { say } from "../text/say.ts";

const Check = lazyPart(() => import("./check.tsx").then(({ Check: part }) => part), "fairness");

/** Has this page find out whether a finished game went by what was fixed at its start. */
export const FairnessButton = ({ game }: { readonly game: string }) => {
  const [round, setRound] = useState(0);
  return (
    <>
      <div class="actions">
        <button data-testid="check-fairness" onClick={() => setRound(round + 1)}>
          {say("results:fairness.check")}
        </button>
      </div>
      {/* There before it has anything to say, so that it is heard. */}
      <div aria-live="polite">{round > 0 && <Check key={round} game={game} />}</div>
    </>
  );
};
