import { useEffect } from "preact/hooks";
import { askModes, available, modeAbout, modeName } from "./available.ts";

type Props = {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly onMode: (mode: string) => void;
};

/** Which mode is played. It stays away where the server has but one. */
export const ModeField = ({ id, label, value, onMode }: Props) => {
  useEffect(() => void askModes(), []);
  if (available.value.length < 2) return null;
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <select
        id={id}
        name="mode"
        data-testid={id}
        aria-describedby={`${id}-about`}
        value={value}
        onChange={({ currentTarget }) => onMode(currentTarget.value)}
      >
        {available.value.map(({ mode }) => (
          <option key={mode} value={mode}>
            {modeName(mode)}
          </option>
        ))}
      </select>
      <p id={`${id}-about`} class="muted hint">
        {modeAbout(value)}
      </p>
    </div>
  );
};
