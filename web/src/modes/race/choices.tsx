import { letterOf } from "../../game/marks.ts";
import { Shape } from "../../game/shape.tsx";
import { lobby } from "../../store.ts";
import { say } from "../../text/say.ts";
import { nameOf } from "../view.ts";
import { respond } from "./moving.ts";
import { buzzShown, respondAsk } from "./shown.ts";

/** Who has tried a choice, which was wrong then; undefined for nobody. */
export const triedBy = (choice: number): string | undefined =>
  buzzShown().out.find((one) => one.choice === choice)?.player;

/** The choices: all read them, and who has the buzz chooses. */
export const Choices = () => (
  <div class="choices" role="group" aria-label={say("play:question.answers")}>
    {lobby.value?.game.question.choices.map((text, index) => (
      <Choice key={text} index={index} text={text} />
    ))}
  </div>
);

const Choice = ({ index, text }: { readonly index: number; readonly text: string }) => {
  const tried = triedBy(index);
  const marks = ["choice", `mark-${index % 6}`, tried !== undefined && "not-right"].filter(Boolean).join(" ");
  const body = (
    <>
      <span class="mark" aria-hidden="true">
        <Shape choice={index} />
      </span>
      <span class="body">
        <span class="letter">{letterOf(index)}</span>
        <span class="text" dir="auto">
          {text}
        </span>
        <span class="outcome">
          {tried !== undefined && <span>{say("modeRace:tried", { name: nameOf(tried) })}</span>}
        </span>
      </span>
    </>
  );
  // Without the buzz there is nothing to press but the buzzer.
  if (respondAsk() === undefined || tried !== undefined) {
    return (
      <div class={marks} data-testid={`choice-${index}`}>
        {body}
      </div>
    );
  }
  return (
    <button class={marks} data-testid={`choice-${index}`} onClick={() => respond(index)}>
      {body}
    </button>
  );
};
