import { useState } from "preact/hooks";
import { Timer } from "../../game/timer.tsx";
import { formOf, formText } from "../../home/form-text.ts";
import { lobby } from "../../store.ts";
import { sayRich } from "../../text/rich.ts";
import { say } from "../../text/say.ts";
import { type Ask, asksFor, useMove } from "../asks.tsx";
import { AliasName } from "./alias-name.tsx";
import { Log } from "./log.tsx";
import { own, promptText } from "./round.ts";

/** The round's prompt, and where it stands among the rounds. */
export const Heading = () => {
  const { number = 0, total = 0 } = lobby.value?.game ?? {};
  return (
    <div>
      <p class="muted">{say("modeFindTheBot:round", { number, total })}</p>
      <h2 class="prompt" data-testid="prompt">
        {promptText()}
      </h2>
    </div>
  );
};

/** The talk under other names. */
export const Talk = () => {
  const asks = asksFor("alias");
  const [chosen, setChosen] = useState("");
  const ask = asks.find(({ id }) => id === chosen) ?? asks[0];
  return (
    <div class="find-the-bot hushed">
      <Timer />
      <Heading />
      <p class="muted">
        <Myself /> <span class="alias-hint">{say("modeFindTheBot:hint")}</span>
      </p>
      <Log />
      {asks.length > 1 && (
        <fieldset class="alias-choice">
          <legend class="for-ears">{say("modeFindTheBot:talk.as")}</legend>
          {asks.map(({ id, prompt }, index) => (
            <label key={id}>
              <input type="radio" name="alias" checked={id === ask?.id} onChange={() => setChosen(id)} />
              <AliasName id={own().aliases[index] ?? ""} />
              <span class="for-ears">{prompt}</span>
            </label>
          ))}
        </fieldset>
      )}
      {ask !== undefined && <Write ask={ask} />}
    </div>
  );
};

const Myself = () => {
  const [first, second] = own().aliases;
  if (first === undefined) return <>{say("modeFindTheBot:you.none")}</>;
  const name = <AliasName id={first} />;
  return second === undefined
    ? sayRich("modeFindTheBot:you.one", { alias: name })
    : sayRich("modeFindTheBot:you.two", { first: name, second: <AliasName id={second} /> });
};

/** What was refused stays in the field, to be mended. */
const Write = ({ ask }: { readonly ask: Ask }) => {
  const { fault, busy, act } = useMove(ask);
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    const form = event.currentTarget as HTMLFormElement;
    const text = formText(formOf(event), "text");
    if (text !== "" && !busy && (await act({ text }))) form.reset();
  };
  return (
    <form class="ask-line" onSubmit={(event) => void submit(event)} data-testid="alias-form">
      <label class="for-ears" for="alias-line">
        {say("modeFindTheBot:talk.field")}
      </label>
      <input
        id="alias-line"
        name="text"
        maxLength={ask.most}
        autocomplete="off"
        enterkeyhint="send"
        placeholder={ask.prompt}
        aria-describedby="alias-fault"
      />
      <button class="primary" disabled={lobby.value?.game.paused}>
        {say("modeFindTheBot:talk.send")}
      </button>
      <p id="alias-fault" class="fault" role="alert">
        {fault}
      </p>
    </form>
  );
};
