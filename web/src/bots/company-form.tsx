import { useState } from "preact/hooks";
import { ask } from "../actions.ts";
import { formOf, formText } from "../home/form-text.ts";
import { lobby } from "../store.ts";
import { CompanyField } from "./company-field.tsx";
import { say } from "../text/say.ts";

/** Where the owner says what the bots' company should be like. */
export const CompanyForm = () => {
  const [word, setWord] = useState("");
  const save = async (event: SubmitEvent) => {
    event.preventDefault();
    const prompt = formText(formOf(event), "prompt");
    setWord("");
    if (await ask("settings", { prompt })) setWord(say("host:act.saved"));
  };
  return (
    <details class="unfold" data-testid="company">
      <summary>{say("host:bots.company")}</summary>
      <form class="bot-form" onInput={() => setWord("")} onSubmit={(event) => void save(event)}>
        <CompanyField id="lobby" start={lobby.value?.prompt ?? ""} />
        <button class="wide">{say("host:act.save")}</button>
        <p class="muted hint" role="status">
          {word}
        </p>
      </form>
    </details>
  );
};
