import { letterOf } from "../../game/marks.ts";
import { useFit } from "../../screen/use-fit.ts";
import { lobby } from "../../store.ts";
import { say } from "../../text/say.ts";
import { Heading } from "./heading.tsx";
import { unmasked, useStep, type Unmasked } from "./round.ts";
import { Masks } from "./unmasking.tsx";
import { counts } from "./write.tsx";

/** The round on the big screen. */
export const Wall = () => {
  const { phase, question } = lobby.value?.game ?? {};
  const shown = unmasked();
  const wall = useFit<HTMLDivElement>(`${phase} ${question?.id}`);
  return (
    <div class="board bluff" ref={wall}>
      {phase === "writing" && (
        <>
          <Heading done={say("modeBluff:write.count", counts())} />
          <p class="lead">{say("modeBluff:write.hint")}</p>
        </>
      )}
      {phase === "voting" && (
        <>
          <Heading done={say("modeBluff:vote.count", counts())} />
          <ul class="bluff-options">
            {(question?.choices ?? []).map((text, index) => (
              <li key={`${index} ${text}`} class="bluff-option">
                <span class="letter">{letterOf(index)}</span> <bdi>{text}</bdi>
              </li>
            ))}
          </ul>
        </>
      )}
      {phase === "unmask" && shown !== undefined && (
        <>
          <Heading timed={false} />
          <Masks shown={shown} />
          <Why shown={shown} />
        </>
      )}
    </div>
  );
};

/** Its room is kept from the start, so that nothing moves when the truth is told. */
const Why = ({ shown }: { readonly shown: Unmasked }) => {
  const isOver = useStep(shown) >= shown.options.length;
  const text = shown.struck ? say("modeBluff:unmask.struck") : shown.explanation;
  return (
    <p class={isOver ? "explanation" : "explanation later"}>
      <span>{text}</span>
    </p>
  );
};
