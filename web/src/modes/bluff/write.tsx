import { formOf, formText } from "../../home/form-text.ts";
import { WhoIsIn } from "../../game/who-is-in.tsx";
import { lobby, seat } from "../../store.ts";
import { sayRich } from "../../text/rich.ts";
import { say } from "../../text/say.ts";
import { type Ask, asksFor, useMove } from "../asks.tsx";
import { Heading } from "./heading.tsx";
import { own } from "./round.ts";

/** The strange question, and a field for what should be taken for its answer. */
export const Write = () => {
  const [ask] = asksFor("lie");
  const { lie } = own();
  return (
    <div class="question bluff">
      <Heading done={say("modeBluff:write.count", counts())} />
      {ask !== undefined && <Field key={ask.id} ask={ask} />}
      {lie !== null && (
        <p class="bluff-lie" data-testid="own-lie">
          {sayRich("modeBluff:write.done", { lie: <bdi>{lie}</bdi> })}
        </p>
      )}
      {seat.value === "" && <p class="hint">{say("play:question.watching")}</p>}
      <WhoIsIn />
    </div>
  );
};

/** How many are done with what is to be done, and of how many. */
export const counts = () => ({
  done: lobby.value?.game.answered ?? 0,
  players: (lobby.value?.players ?? []).filter(({ connected, seen }) => connected && !seen).length,
});

/** What was refused stays in the field, to be mended. */
const Field = ({ ask }: { readonly ask: Ask }) => {
  const { fault, busy, act } = useMove(ask);
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    const text = formText(formOf(event), "text");
    if (text !== "" && !busy) await act({ text });
  };
  return (
    <form class="bluff-form" onSubmit={(event) => void submit(event)} data-purpose="lie">
      <label for="bluff-lie">{say("modeBluff:write.label")}</label>
      <div class="ask-line">
        <input
          id="bluff-lie"
          name="text"
          maxLength={ask.most}
          autocomplete="off"
          enterkeyhint="send"
          required
          dir="auto"
          aria-describedby="bluff-hint bluff-fault"
        />
        <button class="primary" disabled={busy || lobby.value?.game.paused}>
          {say("modeBluff:write.send")}
        </button>
      </div>
      <p id="bluff-fault" class="fault" role="alert">
        {fault}
      </p>
      <p id="bluff-hint" class="muted">
        {say("modeBluff:write.hint")}
      </p>
    </form>
  );
};
