import { startOrSuggest, type Wish } from "../actions.ts";
import { formOf, formText } from "../home/form-text.ts";
import { lobby, mayStart } from "../store.ts";

const wishIn = (form: FormData, made: { readonly status: string; readonly topic: string }): Wish => {
  const topic = formText(form, "topic");
  const count = Number(form.get("count"));
  return {
    // What is ready is played as it is, unless something else is asked for.
    ...(made.status === "ready" && topic === made.topic ? {} : { topic }),
    ...(count > 0 ? { count } : {}),
  };
};

/** Starts a game; who may not start one asks the others for it. */
export const StartForm = ({ again = false }: { readonly again?: boolean }) => {
  const { status = "", topic = "" } = lobby.value ?? {};
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    void startOrSuggest(wishIn(formOf(event), { status, topic }));
  };
  const verb = again ? "Play again" : "Start the game";
  return (
    <form class="start-form" onSubmit={submit}>
      <div class="field">
        <label for="start-topic">Topic</label>
        <input
          id="start-topic"
          name="topic"
          maxLength={80}
          autocomplete="off"
          defaultValue={topic}
          placeholder="Anything"
        />
      </div>
      <div class="field short">
        <label for="start-count">Questions</label>
        <input id="start-count" name="count" type="number" inputMode="numeric" min={1} max={50} placeholder="as set" />
      </div>
      <button class="primary" data-testid={mayStart.value ? "start-game" : "suggest-game"}>
        {mayStart.value ? verb : "Suggest a game"}
      </button>
    </form>
  );
};
