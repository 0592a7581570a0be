import { letterOf } from "../game/marks.ts";
import type { Difficulty, Draft } from "./pack.ts";

type Props = { readonly draft: Draft; readonly onChange: (changes: Partial<Draft>) => void };

const mostChoices = 6;
const leastChoices = 2;

/** The fields of a question. */
export const QuestionFields = ({ draft, onChange }: Props) => (
  <>
    <div class="field">
      <label for="question-prompt">Question</label>
      <textarea
        id="question-prompt"
        rows={3}
        maxLength={300}
        required
        value={draft.prompt}
        onInput={({ currentTarget: { value } }) => onChange({ prompt: value })}
      />
    </div>
    <Choices draft={draft} onChange={onChange} />
    <div class="field">
      <label for="question-explanation">Explanation</label>
      <textarea
        id="question-explanation"
        rows={2}
        maxLength={300}
        aria-describedby="question-explanation-hint"
        value={draft.explanation}
        onInput={({ currentTarget: { value } }) => onChange({ explanation: value })}
      />
      <p id="question-explanation-hint" class="muted hint">
        Shown with the right answer.
      </p>
    </div>
    <div class="two-fields">
      <div class="field">
        <label for="question-category">Category</label>
        <input
          id="question-category"
          maxLength={60}
          autocomplete="off"
          value={draft.category}
          onInput={({ currentTarget: { value } }) => onChange({ category: value })}
        />
      </div>
      <div class="field">
        <label for="question-difficulty">Difficulty</label>
        <select
          id="question-difficulty"
          value={draft.difficulty}
          onChange={({ currentTarget: { value } }) => onChange({ difficulty: value as Difficulty })}
        >
          <option value="easy">Easy</option>
          <option value="medium">Medium</option>
          <option value="hard">Hard</option>
        </select>
      </div>
    </div>
    <Picture draft={draft} onChange={onChange} />
  </>
);

const Choices = ({ draft: { choices, key }, onChange }: Props) => {
  const change = (index: number, text: string) =>
    onChange({ choices: choices.map((choice, at) => (at === index ? text : choice)) });
  const remove = (index: number) =>
    onChange({
      choices: choices.filter((_, at) => at !== index),
      key: index === key ? -1 : index < key ? key - 1 : key,
    });
  return (
    <fieldset class="choice-fields">
      <legend>Answers, with a mark at the right one</legend>
      {choices.map((choice, index) => {
        const letter = letterOf(index);
        return (
          <div key={index} class="choice-field">
            <input
              type="radio"
              name="key"
              required
              aria-label={`${letter} is right`}
              checked={index === key}
              onChange={() => onChange({ key: index })}
            />
            <input
              aria-label={`Answer ${letter}`}
              maxLength={100}
              autocomplete="off"
              placeholder={`Answer ${letter}`}
              value={choice}
              onInput={({ currentTarget: { value } }) => change(index, value)}
            />
            {choices.length > leastChoices && (
              <button type="button" class="quiet" aria-label={`Remove answer ${letter}`} onClick={() => remove(index)}>
                ✕
              </button>
            )}
          </div>
        );
      })}
      {choices.length < mostChoices && (
        <button type="button" class="quiet small" onClick={() => onChange({ choices: [...choices, ""] })}>
          One more answer
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
        <img src={image} alt="Picture for this question" />
        <button type="button" class="small" onClick={() => onChange({ image: "" })}>
          Remove the picture
        </button>
      </div>
    );
  return (
    <div class="field">
      <label for="question-image">Picture</label>
      <input
        id="question-image"
        type="url"
        inputMode="url"
        pattern="https://.*"
        title="An address that begins with https://"
        maxLength={500}
        autocomplete="off"
        placeholder="https://…"
        aria-describedby="question-image-hint"
        value={image}
        onInput={({ currentTarget: { value } }) => onChange({ image: value })}
      />
      <p id="question-image-hint" class="muted hint">
        The address of a picture that may be shown here. You can leave it open.
      </p>
    </div>
  );
};
