import { Timer } from "../../game/timer.tsx";
import { lobby } from "../../store.ts";
import { parts } from "../../text/parts.tsx";
import { sayRich } from "../../text/rich.ts";

/** The question with where it stands in the game, the time there is, and how many are done. */
export const Heading = ({ done, timed = true }: { readonly done?: string; readonly timed?: boolean }) => {
  const { number = 0, total = 0, question } = lobby.value?.game ?? {};
  const { prompt = "", category = "" } = question ?? {};
  return (
    <>
      <p class="progress-line">
        <span>{sayRich("play:question.of", { number, total }, parts)}</span>
        {category && <span class="muted">{category}</span>}
        {done !== undefined && (
          <span class="muted" data-testid="answered">
            {done}
          </span>
        )}
      </p>
      {timed && <Timer />}
      <h2 class={prompt.length > 90 ? "prompt long" : "prompt"} data-testid="prompt" dir="auto">
        {prompt}
      </h2>
    </>
  );
};
