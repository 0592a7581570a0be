import { useId, useState } from "preact/hooks";
import { Timer } from "../../game/timer.tsx";
import { lobby, plays, self } from "../../store.ts";
import { say } from "../../text/say.ts";
import { type Ask, asksFor, useMove } from "../asks.tsx";
import { own, wagerShown } from "./shown.ts";

/** Before the last question: what one stakes on it, and how many have done so. */
export const Wager = () => {
  const [ask] = asksFor("wager");
  const { wager } = own();
  return (
    <div class="question wager" data-testid="wager">
      <h2>{say("modeQuiz:wager.title")}</h2>
      <Timer />
      <About />
      {ask !== undefined && <Stake key={ask.id} ask={ask} />}
      {wager !== undefined && (
        <p class="given" role="status">
          {say("modeQuiz:wager.mine", { points: wager })}
        </p>
      )}
      {ask === undefined && wager === undefined && plays.value && self.value?.score === 0 && (
        <p class="muted">{say("modeQuiz:wager.poor")}</p>
      )}
      <Done />
    </div>
  );
};

/** The same for a big screen, where nobody can press anything. */
export const WagerScreen = () => (
  <div class="board wager">
    <h2>{say("modeQuiz:wager.title")}</h2>
    <Timer />
    <About />
    <Done />
  </div>
);

const About = () => <p>{say("modeQuiz:wager.about", { category: wagerShown()?.category || "?" })}</p>;

const Done = () => {
  const done = (lobby.value?.players ?? []).filter(({ answered }) => answered).length;
  return <p class="muted">{say("modeQuiz:wager.others", { done })}</p>;
};

const Stake = ({ ask }: { readonly ask: Ask }) => {
  const { fault, busy, act } = useMove(ask);
  const id = useId();
  const most = ask.most ?? 0;
  const [amount, setAmount] = useState(Math.round(most / 2));
  const quick = [
    { words: say("modeQuiz:wager.nothing"), value: 0 },
    { words: say("modeQuiz:wager.half"), value: Math.round(most / 2) },
    { words: say("modeQuiz:wager.all"), value: most },
  ];
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    void act({ number: Math.min(most, Math.max(0, Math.round(amount))) });
  };
  return (
    <form class="ask" onSubmit={submit} data-purpose="wager">
      <label for={id}>{say("modeQuiz:wager.amount")}</label>
      <input
        id={id}
        type="range"
        min={0}
        max={most}
        step={1}
        value={amount}
        onInput={({ currentTarget: { value } }) => setAmount(Number(value))}
      />
      <div class="ask-choices">
        {quick.map(({ words, value }) => (
          <button key={words} type="button" aria-pressed={amount === value} onClick={() => setAmount(value)}>
            {words}
          </button>
        ))}
      </div>
      <button class="primary" data-testid="stake" disabled={busy || lobby.value?.game.paused}>
        {say("modeQuiz:wager.put", { points: amount })}
      </button>
      <p class="fault" role="alert">
        {fault}
      </p>
    </form>
  );
};
