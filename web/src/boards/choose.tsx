import { useEffect } from "preact/hooks";
import { askModes, available, modeName } from "../modes/available.ts";
import type { Season } from "../people/profile.ts";
import { seasonDayText } from "../people/words.ts";
import { say } from "../text/say.ts";

type ChooseProps<Value extends string> = {
  readonly name: string;
  readonly legend: string;
  readonly options: readonly { readonly value: Value; readonly name: string }[];
  readonly chosen: Value;
  readonly onChoose: (value: Value) => void;
};

/** A few things of which one is chosen. */
export const Choose = <Value extends string>({ name, legend, options, chosen, onChoose }: ChooseProps<Value>) => (
  <fieldset class="segments">
    <legend class="for-ears">{legend}</legend>
    {options.map((option) => (
      <label key={option.value}>
        <input
          type="radio"
          name={name}
          value={option.value}
          checked={option.value === chosen}
          data-testid={`${name}-${option.value}`}
          onChange={() => onChoose(option.value)}
        />
        <span>{option.name}</span>
      </label>
    ))}
  </fieldset>
);

type SelectProps = { readonly chosen: string; readonly onChoose: (value: string) => void };

/** Which game a board is of. */
export const ChooseMode = ({ chosen, onChoose }: SelectProps) => {
  useEffect(() => void askModes(), []);
  // A mode in the address stays chosen, also where nothing is known of it.
  const known = available.value.map(({ mode }) => mode);
  const modes = chosen === "" || known.includes(chosen) ? known : [...known, chosen];
  if (modes.length < 2 && chosen === "") return null;
  return (
    <div class="field">
      <label for="board-mode">{say("people:board.mode")}</label>
      <select
        id="board-mode"
        data-testid="board-mode"
        value={chosen}
        onChange={({ currentTarget }) => onChoose(currentTarget.value)}
      >
        <option value="">{say("people:board.everyMode")}</option>
        {modes.map((mode) => (
          <option key={mode} value={mode}>
            {modeName(mode)}
          </option>
        ))}
      </select>
    </div>
  );
};

/** Which season a board is of: the one that runs, or one that is kept. */
export const ChooseSeason = ({ seasons, chosen, onChoose }: SelectProps & { readonly seasons: readonly Season[] }) => {
  const [running, ...ended] = seasons;
  if (running === undefined) return null;
  return (
    <div class="field">
      <label for="board-season">{say("people:board.whichSeason")}</label>
      <select
        id="board-season"
        data-testid="which-season"
        value={chosen === running.id ? "" : chosen}
        onChange={({ currentTarget }) => onChoose(currentTarget.value)}
      >
        <option value="">{say("people:season.running", nameOf(running))}</option>
        {ended.map((season) => (
          <option key={season.id} value={season.id}>
            {say("people:season.name", nameOf(season))}
          </option>
        ))}
      </select>
    </div>
  );
};

const nameOf = ({ number, year }: Season) => ({ number, year: String(year) });

/** From when to when a season is, or when it ends. */
export const SeasonSpan = ({ season: { begin, end } }: { readonly season: Season }) => (
  <p class="muted" data-testid="season-span">
    {end > Date.now()
      ? say("people:season.ends", { day: seasonDayText(end - 1) })
      : say("people:season.ended", { begin: seasonDayText(begin), end: seasonDayText(end - 1) })}
  </p>
);
