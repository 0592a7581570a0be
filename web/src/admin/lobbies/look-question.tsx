import { letterOf } from "../../game/marks.ts";
import type { LobbyState } from "../../lobby-state.ts";
import { say } from "../../text/say.ts";

/** The question as players see it: which choice is right shows when it shows to them. */
export const LookQuestion = ({ game }: { readonly game: LobbyState["game"] }) => {
  const { question, reveal } = game;
  return (
    <section class="card" aria-labelledby="look-question">
      <h2 id="look-question">
        {question.prompt === "" ? say("admin:look.noQuestion") : say("admin:look.question", { number: game.number })}
      </h2>
      {question.prompt !== "" && (
        <>
          <p class="quote">{question.prompt}</p>
          <ol class="choices-seen">
            {question.choices.map((choice, index) => (
              <li key={index} class={reveal.key === index ? "is-right" : ""}>
                <span>{letterOf(index)}</span> {choice}
                {reveal.key === index && <span class="badge">{say("admin:right")}</span>}
              </li>
            ))}
          </ol>
        </>
      )}
    </section>
  );
};
