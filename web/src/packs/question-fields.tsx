import { letterOf } from "../game/marks.ts";
import { say } from "../text/say.ts";
import { MoreFields, NumberFields } from "./more-fields.tsx";
import type { Difficulty, Draft } from "./pack.ts";

type Props = { readonly draft: Draft; readonly onChange: (changes: Partial<Draft>) => void };

const mostChoices = 6;
const leastChoices = 2;

/** The fields of a question. */
export const QuestionFields = ({ draft, onChange }: Props) => (
  <>
    <div class="field">
      <label for="question-prompt">{say("host:question.prompt")}</label>
      <textarea
        id="question-prompt"
        rows={3}
        maxLength={300}
        required
        value={draft.prompt}
        onInput={({ currentTarget: { value } }) => onChange({ prompt: value })}
      />
    </div>
    <label class="check">
      <input
        type="checkbox"
        data-testid="asks-number"
        checked={Boolean(draft.number)}
        onChange={({ currentTarget: { checked } }) =>
          onChange({
            number: checked ? { value: Number.NaN, unit: "" } : null,
            ...(draft.choices.length === 0 ? { choices: ["", "", "", ""] } : {}),
          })
        }
      />
      {say("host:question.asksNumber")}
    </label>
    {draft.number ? (
      <NumberFields number={draft.number} onChange={(number) => onChange({ number })} />
    ) : (
      <Choices draft={draft} onChange={onChange} />
    )}
    <div class="field">
      <label for="question-explanation">{say("host:question.explanation")}</label>
      <textarea
        id="question-explanation"
        rows={2}
        maxLength={300}
        aria-describedby="question-explanation-hint"
        value={draft.explanation}
        onInput={({ currentTarget: { value } }) => onChange({ explanation: value })}
      />
      <p id="question-explanation-hint" class="muted hint">
        {say("host:question.explanationHint")}
      </p>
    </div>
    <div class="two-fields">
      <div class="field">
        <label for="question-category">{say("host:question.category")}</label>
        <input
          id="question-category"
          maxLength={60}
          autocomplete="off"
          value={draft.category}
          onInput={({ currentTarget: { value } }) => onChange({ category: value })}
        />
      </div>
      <div class="field">
        <label for="question-difficulty">{say("host:question.difficulty")}</label>
        <select
          id="question-difficulty"
          value={draft.difficulty}
          onChange={({ currentTarget: { value } }) => onChange({ difficulty: value as Difficulty })}
        >
          <option value="easy">{say("host:question.easy")}</option>
          <option value="medium">{say("host:question.medium")}</option>
          <option value="hard">{say("host:question.hard")}</option>
        </select>
      </div>
    </div>
    <Picture draft={draft} onChange={onChange} />
    <MoreFields draft={draft} onChange={onChange} />
  </>
);

const Choices = ({ draft: { choices, key, also = [] }, onChange }: Props) => {
  const change = (index: number, text: string) =>
    onChange({ choices: choices.map((choice, at) => (at === index ? text : choice)) });
  const remove = (index: number) =>
    onChange({
      choices: choices.filter((_, at) => at !== index),
      key: index === key ? -1 : index < key ? key - 1 : key,
      ...(also.length === 0
        ? {}
        : { also: also.filter((one) => one !== index).map((one) => (index < one ? one - 1 : one)) }),
    });
  const mark = (index: number, right: boolean) =>
    onChange({ also: right ? [...also, index] : also.filter((one) => one !== index) });
  return (
    <fieldset class="choice-fields">
      <legend>{say("host:question.answers")}</legend>
      {choices.map((choice, index) => {
        const letter = letterOf(index);
        return (
          <div key={index} class="choice-field">
            <input
              type="radio"
              name="key"
              required
              aria-label={say("host:question.isRight", { letter })}
              checked={index === key}
              onChange={() =>
                onChange({
                  key: index,
                  ...(also.includes(index) ? { also: also.filter((one) => one !== index) } : {}),
                })
              }
            />
            <input
              aria-label={say("host:question.answer", { letter })}
              maxLength={100}
              autocomplete="off"
              placeholder={say("host:question.answer", { letter })}
              value={choice}
              onInput={({ currentTarget: { value } }) => change(index, value)}
            />
            {key >= 0 && index !== key && (
              <label class="also-right" title={say("host:question.alsoRight", { letter })}>
                <input
                  type="checkbox"
                  aria-label={say("host:question.alsoRight", { letter })}
                  checked={also.includes(index)}
                  onChange={({ currentTarget: { checked } }) => mark(index, checked)}
                />
                <span aria-hidden="true">✓</span>
              </label>
            )}
            {choices.length > leastChoices && (
              <button
                type="button"
                class="quiet"
                aria-label={say("host:question.removeAnswer", { letter })}
                onClick={() => remove(index)}
              >
                ✕
              </button>
            )}
          </div>
        );
      })}
      {choices.length < mostChoices && (
        <button type="button" class="quiet small" onClick={() => onChange({ choices: [...choices, ""] })}>
          {say("host:question.oneMore")}
        </button>
      )}
    </fieldset>
  );
};

const Picture = ({ draft: { image }, onChange }: Props) => {
  const isMade = image !== "" && !image.startsWith("https:");
  if (isMade)
    return (
      <div class="made-picture">
        <img src={image} alt={say("host:question.pictureFor")} />
        <button type="button" class="small" onClick={() => onChange({ image: "" })}>
          {say("host:question.removePicture")}
        </button>
      </div>
    );
  return (
    <div class="field">
      <label for="question-image">{say("host:question.picture")}</label>
      <input
        id="question-image"
        type="url"
        inputMode="url"
        pattern="https://.*"
        title={say("host:question.pictureForm")}
        maxLength={500}
        autocomplete="off"
        placeholder="https://…"
        aria-describedby="question-image-hint"
        value={image}
        onInput={({ currentTarget: { value } }) => onChange({ image: value })}
      />
      <p id="question-image-hint" class="muted hint">
        {say("host:question.pictureHint")}
      </p>
    </div>
  );
};
