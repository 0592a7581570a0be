import { inList } from "../../text/figures.ts";
import { say } from "../../text/say.ts";
import { nameOf } from "../view.ts";
import { figure, own, spreadShown } from "./shown.ts";

/** The number that was asked for, what was guessed, and who came nearest. */
export const Spread = () => {
  const spread = spreadShown();
  const { number: mine } = own();
  if (spread === undefined) return null;
  const { value, unit, guesses, nearest } = spread;
  const all = [...guesses, value];
  const [least, most] = [Math.min(...all), Math.max(...all)];
  const placeOf = (one: number): string =>
    `${most === least ? 50 : (((one - least) / (most - least)) * 100).toFixed(2)}%`;
  return (
    <div class="spread" data-testid="spread">
      <p class="lead">{say("modeQuiz:spread.is", { number: figure(value, unit) })}</p>
      {guesses.length === 0 ? (
        <p class="muted">{say("modeQuiz:spread.none")}</p>
      ) : (
        <>
          <div class="spread-line" aria-hidden="true">
            {guesses.map((guess, index) => (
              <span
                key={`${index} ${guess}`}
                class={guess === mine ? "guess mine" : "guess"}
                style={{ insetInlineStart: placeOf(guess) }}
              />
            ))}
            <span class="truth" style={{ insetInlineStart: placeOf(value) }} />
          </div>
          <p class="muted spread-ends" aria-hidden="true">
            <span>{figure(least, unit)}</span>
            <span>{figure(most, unit)}</span>
          </p>
          <p class="for-ears">
            {say("modeQuiz:spread.guesses")}: {inList(guesses.map((guess) => figure(guess, unit)))}
          </p>
          {mine !== undefined && <p>{say("modeQuiz:spread.yours", { number: figure(mine, unit) })}</p>}
          <p>{say("modeQuiz:spread.nearest", { names: inList(nearest.map(nameOf)) })}</p>
        </>
      )}
    </div>
  );
};
