import { useId } from "preact/hooks";
import { formOf, formText } from "../../home/form-text.ts";
import { lobby } from "../../store.ts";
import { say } from "../../text/say.ts";
import { type Ask, asksFor, useMove } from "../asks.tsx";
import { boundsShown, figure, own } from "./shown.ts";
import { Spread } from "./spread.tsx";

/** In the place of the choices: a line to write in, or a number to guess; then what came of it. */
export const Answer = () => {
  const [ask] = [...asksFor("answer"), ...asksFor("closest")];
  const { text, number } = own();
  if (lobby.value?.game.phase !== "question") return <Spread />;
  if (ask !== undefined) return <Written key={ask.id} ask={ask} />;
  if (text !== undefined) return <Given words={say("modeQuiz:typedIs", { text })} />;
  return number === undefined ? null : (
    <Given words={say("modeQuiz:guessIs", { number: figure(number, boundsShown()?.unit ?? "") })} />
  );
};

const Given = ({ words }: { readonly words: string }) => (
  <p class="given" role="status" data-testid="given" dir="auto">
    {words}
  </p>
);

const Written = ({ ask }: { readonly ask: Ask }) => {
  const { fault, busy, act } = useMove(ask);
  const id = useId();
  const isGuess = ask.what === "number";
  const { least, most } = ask;
  const unit = boundsShown()?.unit ?? "";
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const text = formText(formOf(event), "text");
    if (text !== "") void act(isGuess ? { number: Number(text) } : { text });
  };
  return (
    <form class="ask quiz-answer" onSubmit={submit} data-purpose={ask.purpose}>
      <label for={id}>{say(isGuess ? "modeQuiz:guess" : "modeQuiz:type")}</label>
      <div class="ask-line">
        <input
          id={id}
          name="text"
          autocomplete="off"
          autocapitalize="off"
          spellcheck={false}
          required
          dir="auto"
          {...(isGuess
            ? { type: "number", step: "any", inputMode: "decimal", min: least, max: most }
            : { maxLength: most })}
        />
        {unit !== "" && <span class="unit">{unit}</span>}
        <button class="primary" disabled={busy || lobby.value?.game.paused}>
          {say("modeQuiz:send")}
        </button>
      </div>
      {isGuess && least !== undefined && most !== undefined && (
        <p class="muted hint">{say("modeQuiz:between", { least: figure(least, unit), most: figure(most, unit) })}</p>
      )}
      <p class="fault" role="alert">
        {fault}
      </p>
    </form>
  );
};
