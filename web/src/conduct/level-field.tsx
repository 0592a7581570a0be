import { useState } from "preact/hooks";
import { say } from "../text/say.ts";
import { type Level, levels } from "./level-words.ts";

/** The level asked for in a form; none when it is left to the server. */
export const levelIn = (form: FormData): { readonly level?: Level } => {
  const level = levels.find(({ id }) => id === form.get("level"))?.id;
  return level === undefined ? {} : { level };
};

/** Asks how strict a new lobby is with words: field `level`. */
export const LevelField = () => {
  const [level, setLevel] = useState("");
  return (
    <div class="field">
      <label for="new-level">{say("conduct:level.label")}</label>
      <select
        id="new-level"
        name="level"
        value={level}
        aria-describedby="new-level-hint"
        onChange={({ currentTarget }) => setLevel(currentTarget.value)}
      >
        <option value="">{say("conduct:level.server")}</option>
        {levels.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
      <p id="new-level-hint" class="muted hint">
        {levels.find(({ id }) => id === level)?.about ?? ""}
      </p>
    </div>
  );
};
