import { letterOf } from "../../game/marks.ts";
import { useFit } from "../../screen/use-fit.ts";
import { lobby } from "../../store.ts";
import { say } from "../../text/say.ts";
import { Heading } from "./heading.tsx";
import { unmasked, useStep, type Unmasked } from "./round.ts";
import { Masks } from "./unmasking.tsx";
import { counts } from "./write.tsx";

/** With more to choose from, it stands in more columns. */
const many = 8;
const boardClass = (options: number): string => (options > many ? "board bluff many" : "board bluff");

/** The round on the big screen. */
export const Wall = () => {
  const { phase } = lobby.value?.game ?? {};
  const shown = unmasked();
  if (shown !== undefined) return <Unmasking shown={shown} />;
  return phase === "voting" ? <Voting /> : <Writing />;
};

const Writing = () => {
  const wall = useFit<HTMLDivElement>(lobby.value?.game.question.id ?? "");
  return (
    <div class="board bluff" ref={wall}>
      <Heading done={say("modeBluff:write.count", counts())} />
      <p class="lead">{say("modeBluff:write.hint")}</p>
    </div>
  );
};

const Voting = () => {
  const { choices, id } = lobby.value?.game.question ?? { choices: [], id: "" };
  const wall = useFit<HTMLDivElement>(`${id} ${choices.length}`);
  return (
    <div class={boardClass(choices.length)} ref={wall}>
      <Heading done={say("modeBluff:vote.count", counts())} />
      <ul class="bluff-options">
        {choices.map((text, index) => (
          <li key={`${index} ${text}`} class="bluff-option">
            <span class="letter">{letterOf(index)}</span> <bdi>{text}</bdi>
          </li>
        ))}
      </ul>
    </div>
  );
};

/** Room for what is told at the end is kept from the start, so that nothing moves then. */
const Unmasking = ({ shown }: { readonly shown: Unmasked }) => {
  const step = useStep(shown);
  const wall = useFit<HTMLDivElement>(`${shown.key} ${step}`);
  const isOver = step >= shown.options.length;
  return (
    <div class={boardClass(shown.options.length)} ref={wall}>
      <Heading timed={false} />
      <Masks shown={shown} />
      <p class={isOver ? "explanation" : "explanation later"}>
        <span>{shown.struck ? say("modeBluff:unmask.struck") : shown.explanation}</span>
      </p>
    </div>
  );
};
