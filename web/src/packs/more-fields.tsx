import { say } from "../text/say.ts";
import type { Draft, Sought } from "./pack.ts";

type NumberProps = { readonly number: Sought; readonly onChange: (number: Sought) => void };

const figureIn = (text: string): number | undefined => (text.trim() === "" ? undefined : Number(text));

/** The number that a question asks for, and its bounds. */
export const NumberFields = ({ number, onChange }: NumberProps) => {
  const { value, unit, least, most } = number;
  return (
    <fieldset class="number-fields">
      <legend>{say("host:question.number.legend")}</legend>
      <div class="two-fields">
        <Figure
          id="question-value"
          label={say("host:question.number.value")}
          value={Number.isNaN(value) ? undefined : value}
          required
          onFigure={(figure) => onChange({ ...number, value: figure ?? Number.NaN })}
        />
        <div class="field">
          <label for="question-unit">{say("host:question.number.unit")}</label>
          <input
            id="question-unit"
            maxLength={20}
            autocomplete="off"
            value={unit}
            onInput={({ currentTarget }) => onChange({ ...number, unit: currentTarget.value })}
          />
        </div>
      </div>
      <div class="two-fields">
        <Figure
          id="question-least"
          label={say("host:question.number.least")}
          value={least}
          onFigure={(figure) => onChange({ ...number, least: figure })}
        />
        <Figure
          id="question-most"
          label={say("host:question.number.most")}
          value={most}
          onFigure={(figure) => onChange({ ...number, most: figure })}
        />
      </div>
    </fieldset>
  );
};

type FigureProps = {
  readonly id: string;
  readonly label: string;
  readonly value: number | undefined;
  readonly required?: boolean;
  readonly onFigure: (figure: number | undefined) => void;
};

const Figure = ({ id, label, value, required = false, onFigure }: FigureProps) => (
  <div class="field">
    <label for={id}>{label}</label>
    <input
      id={id}
      type="number"
      step="any"
      inputMode="decimal"
      required={required}
      defaultValue={value === undefined ? "" : String(value)}
      onInput={({ currentTarget }) => onFigure(figureIn(currentTarget.value))}
    />
  </div>
);

type Props = { readonly draft: Draft; readonly onChange: (changes: Partial<Draft>) => void };

/** What few questions need. */
export const MoreFields = ({ draft: { points = 1, accept = [], image, imageAlt = "", number }, onChange }: Props) => (
  <details open={points !== 1 || accept.length > 0 || imageAlt !== ""}>
    <summary>{say("host:question.more")}</summary>
    <div class="field">
      <label for="question-points">{say("host:question.points")}</label>
      <select
        id="question-points"
        value={String(points)}
        onChange={({ currentTarget: { value } }) => onChange({ points: Number(value) as 0 | 1 | 2 })}
      >
        <option value="1">{say("host:question.points.one")}</option>
        <option value="2">{say("host:question.points.two")}</option>
        <option value="0">{say("host:question.points.none")}</option>
      </select>
    </div>
    {!number && (
      <div class="field">
        <label for="question-accept">{say("host:question.accept")}</label>
        <textarea
          id="question-accept"
          rows={2}
          aria-describedby="question-accept-hint"
          defaultValue={accept.join("\n")}
          onInput={({ currentTarget: { value } }) => onChange({ accept: value.split("\n").slice(0, 10) })}
        />
        <p id="question-accept-hint" class="muted hint">
          {say("host:question.acceptHint")}
        </p>
      </div>
    )}
    {image !== "" && (
      <div class="field">
        <label for="question-image-alt">{say("host:question.imageAlt")}</label>
        <input
          id="question-image-alt"
          maxLength={200}
          autocomplete="off"
          value={imageAlt}
          onInput={({ currentTarget: { value } }) => onChange({ imageAlt: value })}
        />
      </div>
    )}
  </details>
);
