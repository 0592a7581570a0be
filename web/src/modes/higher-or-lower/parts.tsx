import "../../style/mode-higher-or-lower.css";
import { type Ask, asksFor, lobby, type ModeParts, say, Timer, useFit, useMove } from "parlor/page";
import { answer, familyText, nameOf, own, pair, valueText } from "./round.ts";

/** In the order in which the ask has them. */
const directions = [
  { sign: "▲", text: "modeHigherOrLower:higher" },
  { sign: "▼", text: "modeHigherOrLower:lower" },
] as const;

const Stage = () => {
  const [ask] = asksFor("guess");
  return (
    <div class="higher-or-lower">
      <Timer />
      <Things />
      {answer() === undefined ? <Guess key={ask?.id} ask={ask} /> : <Outcome />}
    </div>
  );
};

/** The two things, one with its number, the other as soon as it is shown. */
const Things = () => {
  const shown = pair();
  const value = answer()?.value;
  const { number = 0, total = 0 } = lobby.value?.game ?? {};
  if (shown === undefined) return null;
  return (
    <>
      <p class="muted">{say("modeHigherOrLower:round", { number, total })}</p>
      <h2 data-testid="family">{familyText(shown)}</h2>
      <dl class="things">
        <div class="thing">
          <dt>{nameOf(shown.known)}</dt>
          <dd>{valueText(shown, shown.known.value)}</dd>
        </div>
        <div class="thing asked" data-testid="asked">
          <dt>{nameOf(shown.asked)}</dt>
          <dd>{value === undefined ? "?" : valueText(shown, value)}</dd>
        </div>
      </dl>
    </>
  );
};

/** Not `disabled` once guessed: that would drop the focus of who plays by keyboard. */
const Guess = ({ ask }: { readonly ask: Ask | undefined }) => {
  const { guess } = own();
  if (ask === undefined && guess === null) return null;
  return ask === undefined ? <Buttons guess={guess} fault="" onGuess={() => {}} /> : <OpenGuess ask={ask} />;
};

const OpenGuess = ({ ask }: { readonly ask: Ask }) => {
  const { fault, act } = useMove(ask);
  return <Buttons guess={null} fault={fault} onGuess={(choice) => void act({ choice })} />;
};

type ButtonsProps = {
  readonly guess: number | null;
  readonly fault: string;
  readonly onGuess: (choice: number) => void;
};

const Buttons = ({ guess, fault, onGuess }: ButtonsProps) => (
  <>
    <div class="guesses" role="group" aria-label={say("modeHigherOrLower:ask")}>
      {directions.map(({ sign, text }, choice) => (
        <button
          key={text}
          class={guess === choice ? "guess mine" : "guess"}
          aria-pressed={guess === choice}
          aria-disabled={guess !== null || lobby.value?.game.paused}
          onClick={() => guess === null && onGuess(choice)}
        >
          <span aria-hidden="true">{sign}</span> {say(text)}
        </button>
      ))}
    </div>
    <p class="fault" role="alert">
      {fault}
    </p>
  </>
);

/** What came of it, for all and for oneself. */
const Outcome = () => {
  const { higher = false, guessed = [0, 0] } = answer() ?? {};
  const { right, points = 0 } = own();
  return (
    <div role="status">
      <p class="lead">{say(higher ? "modeHigherOrLower:wasHigher" : "modeHigherOrLower:wasLower")}</p>
      {right !== undefined && (
        <p class={right ? "verdict right" : "verdict"} data-testid="verdict">
          {say(right ? "modeHigherOrLower:right" : "modeHigherOrLower:wrong", { points })}
        </p>
      )}
      <p class="muted">{say("modeHigherOrLower:counts", { higher: guessed[0], lower: guessed[1] })}</p>
    </div>
  );
};

const Screen = () => {
  const { phase, number } = lobby.value?.game ?? {};
  const wall = useFit<HTMLDivElement>(`${phase} ${number}`);
  return (
    <div class="board higher-or-lower" ref={wall}>
      <Timer />
      <Things />
      {answer() !== undefined && <Outcome />}
    </div>
  );
};

/** What higher or lower shows of its own. */
export const higherOrLower: ModeParts = { Stage, Screen };
