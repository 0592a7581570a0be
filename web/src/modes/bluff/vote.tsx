import { letterOf } from "../../game/marks.ts";
import { WhoIsIn } from "../../game/who-is-in.tsx";
import { lobby, seat } from "../../store.ts";
import { say } from "../../text/say.ts";
import { asksFor, useMove } from "../asks.tsx";
import { Heading } from "./heading.tsx";
import { own } from "./round.ts";
import { counts } from "./write.tsx";

/** The truth among lies. */
export const Vote = () => {
  const [ask] = asksFor("truth");
  const { vote } = own();
  return (
    <div class="question bluff">
      <Heading done={say("modeBluff:vote.count", counts())} />
      {ask === undefined ? <Options /> : <Choices key={ask.id} ask={ask} />}
      <p class="hint" role="status">
        {vote !== null && say("modeBluff:vote.done")}
        {seat.value === "" && say("play:question.watching")}
      </p>
      <WhoIsIn />
    </div>
  );
};

const Choices = ({ ask }: { readonly ask: ReturnType<typeof asksFor>[number] }) => {
  const { fault, busy, act } = useMove(ask);
  const { option } = own();
  return (
    <fieldset class="bluff-vote" disabled={busy || lobby.value?.game.paused} data-purpose="truth">
      <legend>{say("modeBluff:vote.legend")}</legend>
      <div class="bluff-options">
        {(ask.choices ?? []).map((text, index) => (
          <button
            key={`${ask.id} ${index}`}
            type="button"
            class="bluff-option"
            disabled={index === option}
            data-testid={`choice-${index}`}
            onClick={() => void act({ choice: index })}
          >
            <Text index={index} text={text} />
          </button>
        ))}
      </div>
      <p class="fault" role="alert">
        {fault}
      </p>
    </fieldset>
  );
};

/** What is voted on, for who has voted or only looks on. */
const Options = () => (
  <ul class="bluff-options">
    {(lobby.value?.game.question.choices ?? []).map((text, index) => (
      <li key={`${index} ${text}`} class={own().vote === index ? "bluff-option mine" : "bluff-option"}>
        <Text index={index} text={text} />
      </li>
    ))}
  </ul>
);

const Text = ({ index, text }: { readonly index: number; readonly text: string }) => (
  <>
    <span class="letter">{letterOf(index)}</span> <bdi>{text}</bdi>
    {own().option === index && <span class="badge">{say("modeBluff:vote.own")}</span>}
    {own().vote === index && <span class="badge">{say("modeBluff:vote.mine")}</span>}
  </>
);
