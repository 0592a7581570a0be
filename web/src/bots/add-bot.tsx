import { useState } from "preact/hooks";
import type { Messages } from "../../../src/protocol/messages.ts";
import { ask } from "../actions.ts";
import { formOf, formText } from "../home/form-text.ts";
import { hasModel } from "../questions/sources.ts";
import { type Brain, brainName, brains, type Level, skillLevels, talkLevels } from "./levels.ts";
import { personas } from "./personas.ts";
import { say } from "../text/say.ts";

const wishIn = (form: FormData): Messages["bots"] => {
  const [add, skill, talk, brain] = ["persona", "skill", "talk", "brain"].map((field) => formText(form, field));
  return {
    count: 1,
    ...(add ? { add } : {}),
    ...(skill ? { skill: Number(skill) } : {}),
    ...(talk ? { talk: Number(talk) } : {}),
    ...(brain ? { brain: brain as Brain } : {}),
  };
};

/** Asks one more bot to the table. */
export const AddBot = () => {
  const [open, setOpen] = useState(false);
  const onToggle = ({ currentTarget }: { readonly currentTarget: HTMLDetailsElement }) => setOpen(currentTarget.open);
  return (
    <details class="unfold" onToggle={onToggle} data-testid="add-bot">
      <summary>{say("host:bots.add")}</summary>
      {open && <BotForm />}
    </details>
  );
};

/** Left as it is, the form takes whoever is next, as they are. */
const BotForm = () => {
  const [persona, setPersona] = useState("");
  const [word, setWord] = useState("");
  const add = async (event: SubmitEvent) => {
    event.preventDefault();
    const wish = wishIn(formOf(event));
    setWord("");
    if (await ask("bots", wish)) setWord(say("host:bots.coming"));
  };
  return (
    <form class="bot-form" onInput={() => setWord("")} onSubmit={(event) => void add(event)}>
      <div class="field">
        <label for="bot-persona">{say("host:bots.who")}</label>
        <select
          id="bot-persona"
          name="persona"
          value={persona}
          aria-describedby="bot-persona-hint"
          onChange={({ currentTarget: { value } }) => setPersona(value)}
        >
          <option value="">{say("host:bots.anybody")}</option>
          {personas.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
        <p id="bot-persona-hint" class="muted hint">
          {personas.find(({ id }) => id === persona)?.about() ?? ""}
        </p>
      </div>
      <LevelField name="skill" label={say("host:bots.skill")} levels={skillLevels()} />
      <LevelField name="talk" label={say("host:bots.talk")} levels={talkLevels()} />
      {hasModel.value && (
        <div class="field">
          <label for="bot-brain">{say("host:bots.brain")}</label>
          <select id="bot-brain" name="brain">
            {brains.map((brain) => (
              <option key={brain} value={brain}>
                {brainName(brain)}
              </option>
            ))}
          </select>
        </div>
      )}
      <button class="wide" data-testid="add-bot-now">
        {say("host:bots.addNow")}
      </button>
      <p class="muted hint" role="status">
        {word}
      </p>
    </form>
  );
};

type LevelProps = { readonly name: string; readonly label: string; readonly levels: readonly Level[] };

const LevelField = ({ name, label, levels }: LevelProps) => (
  <div class="field half">
    <label for={`bot-${name}`}>{label}</label>
    <select id={`bot-${name}`} name={name}>
      <option value="">{say("host:bots.theirOwn")}</option>
      {levels.map(({ words, share }) => (
        <option key={share} value={share}>
          {words}
        </option>
      ))}
    </select>
  </div>
);
