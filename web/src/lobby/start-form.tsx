import { useState } from "preact/hooks";
import { start, suggest, type Wish } from "../actions.ts";
import { formOf, formText } from "../home/form-text.ts";
import { PreviewButton } from "../hosting/preview-button.tsx";
import { type Choice, choiceIn, packTitle, rememberChoice, rememberedChoice } from "../questions/choice.ts";
import { SourceField } from "../questions/source-field.tsx";
import { lobby, mayStart, showStatus } from "../store.ts";

type Made = {
  readonly status: string;
  readonly topic: string;
  readonly source: string;
  readonly choice: Choice | undefined;
};

const wishIn = (form: FormData, made: Made): Wish => {
  const topic = formText(form, "topic");
  const count = Number(form.get("count"));
  const choice = choiceIn(form);
  const isSame =
    choice.source === "" || (choice.source === made.choice?.source && choice.pack === (made.choice?.pack ?? ""));
  // What is ready is played as it is, unless something else is asked for.
  const isReady = made.status === "ready" && isSame && (choice.pack !== "" || topic === made.topic);
  // Another topic would be another source, too.
  const isThePack = choice.source === "" && made.source === "pack" && topic === made.topic;
  return {
    ...(isReady || isThePack ? {} : wishOf(choice, choice.pack === "" ? topic : packTitle(choice.pack) || made.topic)),
    ...(count > 0 ? { count } : {}),
  };
};

const wishOf = ({ source, pack }: Choice, topic: string): Wish => {
  if (source === "") return { topic };
  return pack === "" ? { topic, source } : { topic, source, pack };
};

/** Starts a game; who may not start one asks the others for it. */
export const StartForm = ({ again = "" }: { readonly again?: string }) => {
  const { code = "", status = "", topic = "", source: set = "" } = lobby.value ?? {};
  const choice = rememberedChoice(code);
  const [source, setSource] = useState<string>(choice?.source ?? "");
  const [typed, setTyped] = useState(topic);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const form = formOf(event);
    const now = choiceIn(form);
    if (now.source === "pack" && now.pack === "") return showStatus("Choose a pack first.");
    if (form.has("source")) rememberChoice(code, now);
    const wish = wishIn(form, { status, topic, source: set, choice });
    void (mayStart.value ? start(wish) : suggest(wish));
  };
  return (
    <>
      <form class="start-form" onSubmit={submit}>
        {source !== "pack" && (
          <div class="field">
            <label for="start-topic">Topic</label>
            <input
              id="start-topic"
              name="topic"
              maxLength={80}
              autocomplete="off"
              defaultValue={typed}
              placeholder="Anything"
              onChange={({ currentTarget: { value } }) => setTyped(value.trim())}
            />
          </div>
        )}
        {mayStart.value && (
          <div class="field short">
            <label for="start-count">Questions</label>
            <input
              id="start-count"
              name="count"
              type="number"
              inputMode="numeric"
              min={1}
              max={50}
              placeholder="as set"
            />
          </div>
        )}
        {mayStart.value && <SourceField id="start" topic={typed} start={choice} asSet onSource={setSource} />}
        <button class="primary" data-testid={mayStart.value ? "start-game" : "suggest-game"}>
          {mayStart.value ? again || "Start the game" : "Suggest a game"}
        </button>
      </form>
      <PreviewButton />
    </>
  );
};
