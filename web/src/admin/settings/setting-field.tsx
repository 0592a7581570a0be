import { useState } from "preact/hooks";
import type { ServerSettings } from "../../../../src/protocol/admin.ts";
import { say } from "../../text/say.ts";
import { levelWords } from "../words.ts";
import { type Field, listIn } from "./fields.ts";

type Props = {
  readonly id: keyof ServerSettings;
  readonly field: Field;
  readonly value: unknown;
  readonly isChanged: boolean;
  readonly onChange: (value: unknown) => void;
};

/** One setting with its help. */
export const SettingField = (props: Props) => {
  const { id, isChanged } = props;
  return (
    <div class={isChanged ? "setting is-changed" : "setting"}>
      <label for={`setting-${id}`}>
        {say(`adminServer:setting.${id}`)}
        {isChanged && <span class="badge is-warn">{say("adminServer:settings.changed")}</span>}
      </label>
      <Input {...props} />
      <p id={`setting-${id}-help`} class="muted">
        {say(`adminServer:help.${id}`)}
      </p>
    </div>
  );
};

const Input = ({ id, field, value, onChange }: Props) => {
  const common = { id: `setting-${id}`, "aria-describedby": `setting-${id}-help`, "data-testid": `setting-${id}` };
  switch (field.as) {
    case "choice":
      return (
        <select {...common} value={String(value)} onChange={({ currentTarget }) => onChange(currentTarget.value)}>
          {field.of.map((one) => (
            <option key={one} value={one}>
              {levelWords(one)}
            </option>
          ))}
        </select>
      );
    case "number":
      return (
        <span class="with-unit">
          <input
            {...common}
            type="number"
            required
            min={field.least}
            max={field.most}
            value={Number.isNaN(value) ? "" : Number(value)}
            onInput={({ currentTarget }) => onChange(currentTarget.valueAsNumber)}
          />
          <span class="muted">{say(`adminServer:unit.${field.unit}`)}</span>
        </span>
      );
    case "switch":
      return (
        <input
          {...common}
          type="checkbox"
          role="switch"
          checked={value === true}
          onChange={({ currentTarget }) => onChange(currentTarget.checked)}
        />
      );
    case "list":
      return (
        <ListInput common={common} example={field.example} value={value as readonly string[]} onChange={onChange} />
      );
  }
};

type ListProps = {
  readonly common: object;
  readonly example: string;
  readonly value: readonly string[];
  readonly onChange: (value: readonly string[]) => void;
};

/** Keeps what is typed as it is typed, spaces and all, for as long as it means the same. */
const ListInput = ({ common, example, value, onChange }: ListProps) => {
  const [text, setText] = useState(value.join(" "));
  const shown = listIn(text).join(" ") === value.join(" ") ? text : value.join(" ");
  return (
    <textarea
      {...common}
      rows={2}
      spellcheck={false}
      placeholder={example}
      value={shown}
      onInput={({ currentTarget }) => {
        setText(currentTarget.value);
        onChange(listIn(currentTarget.value));
      }}
    />
  );
};
