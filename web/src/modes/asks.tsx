import { useId, useState } from "preact/hooks";
import { makeMove } from "../actions.ts";
import { sentence } from "../codes-text.ts";
import { formOf, formText } from "../home/form-text.ts";
import type { Notices } from "../../../src/protocol/notices.ts";
import { lobby, mine } from "../store.ts";
import { say } from "../text/say.ts";

export type Ask = Notices["mine"]["asks"][number];

type Props = { readonly ask: Ask; readonly label?: string };

/** What the player is asked to do, each with what it takes to do it. */
export const Asks = ({ except = [] }: { readonly except?: readonly string[] }) => (
  <div class="asks">
    {asksFor()
      .filter(({ purpose }) => !except.includes(purpose))
      .map((ask) => (
        <AskCard key={ask.id} ask={ask} />
      ))}
  </div>
);

/** The asks of a purpose; all of them when none is named. */
export const asksFor = (purpose?: string): readonly Ask[] =>
  mine.value?.game === lobby.value?.game.id
    ? (mine.value?.asks ?? []).filter((ask) => purpose === undefined || ask.purpose === purpose)
    : [];

/** Sends a move, and says why it was refused. */
export const useMove = (ask: Ask) => {
  const [fault, setFault] = useState("");
  const [busy, setBusy] = useState(false);
  const act = async (move: { readonly choice?: number; readonly text?: string; readonly number?: number }) => {
    if (busy) return false;
    setBusy(true);
    setFault("");
    const code = await makeMove({ ask: ask.id, ...move });
    setBusy(false);
    if (code !== undefined) setFault(sentence(code));
    return code === undefined;
  };
  return { fault, busy, act };
};

/** One ask, by its kind. */
export const AskCard = ({ ask, label }: Props) => {
  switch (ask.what) {
    case "choose":
      return <Choose ask={ask} label={label} />;
    case "write":
    case "number":
      return <Write ask={ask} label={label} />;
    case "press":
      return <Press ask={ask} label={label} />;
  }
};

type CardProps = { readonly ask: Ask; readonly label: string | undefined };

const Choose = ({ ask, label = ask.prompt }: CardProps) => {
  const { fault, busy, act } = useMove(ask);
  return (
    <fieldset class="ask" disabled={busy || lobby.value?.game.paused} data-purpose={ask.purpose}>
      <legend>{label || say("modes:ask.choose")}</legend>
      <div class="ask-choices">
        {(ask.choices ?? []).map((text, index) => (
          <button key={`${ask.id} ${text}`} onClick={() => void act({ choice: index })}>
            {text}
          </button>
        ))}
      </div>
      <Fault text={fault} />
    </fieldset>
  );
};

const Write = ({ ask, label = ask.prompt }: CardProps) => {
  const { fault, busy, act } = useMove(ask);
  const id = useId();
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    const form = event.currentTarget as HTMLFormElement;
    const text = formText(formOf(event), "text");
    if (text === "") return;
    const done = await act(ask.what === "number" ? { number: Number(text) } : { text });
    if (done && ask.repeats === true) form.reset();
  };
  const range = ask.what === "number" ? { type: "number", min: ask.least, max: ask.most, inputMode: "decimal" } : {};
  return (
    <form class="ask" onSubmit={(event) => void submit(event)} data-purpose={ask.purpose}>
      <label for={id}>{label || say("modes:ask.write")}</label>
      <div class="ask-line">
        <input
          id={id}
          name="text"
          autocomplete="off"
          maxLength={ask.what === "write" ? ask.most : undefined}
          required
          {...(range as object)}
        />
        <button class="primary" disabled={busy || lobby.value?.game.paused}>
          {say("modes:ask.send")}
        </button>
      </div>
      <Fault text={fault} />
    </form>
  );
};

const Press = ({ ask, label = ask.prompt }: CardProps) => {
  const { fault, busy, act } = useMove(ask);
  return (
    <div class="ask" data-purpose={ask.purpose}>
      <button class="primary big" disabled={busy || lobby.value?.game.paused} onClick={() => void act({})}>
        {label || say("modes:ask.press")}
      </button>
      <Fault text={fault} />
    </div>
  );
};

const Fault = ({ text }: { readonly text: string }) => (
  <p class="fault" role="alert">
    {text}
  </p>
);
