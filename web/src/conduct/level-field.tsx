import { useState } from "preact/hooks";
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
      <label for="new-level">How strict with words</label>
      <select
        id="new-level"
        name="level"
        value={level}
        aria-describedby="new-level-hint"
        onChange={({ currentTarget }) => setLevel(currentTarget.value)}
      >
        <option value="">As this server has it</option>
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
