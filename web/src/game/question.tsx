import { Asks } from "../modes/asks.tsx";
import { ModePart } from "../modes/mode-part.tsx";
import { answer, lobby, plays, seat, watches } from "../store.ts";
import { VoiceAnswer } from "../voice/voice-parts.tsx";
import { Choice } from "./choice.tsx";
import { keysOn, keysShown } from "./keys.ts";
import { letterOf } from "./marks.ts";
import { MyResult } from "./my-result.tsx";
import { QuestionPicture } from "./picture.tsx";
import { QuestionTools } from "./question-tools.tsx";
import { useSecondsLeft } from "./time-left.ts";
import { Timer } from "./timer.tsx";
import { WhoIsIn } from "./who-is-in.tsx";
import { parts } from "../text/parts.tsx";
import { sayRich } from "../text/rich.ts";
import { say } from "../text/say.ts";

/** A question while it is open, and its solution afterwards. */
export const QuestionView = () => {
  const { game, players = [] } = lobby.value ?? {};
  if (game === undefined) return null;
  const { question, reveal } = game;
  const open = game.phase === "question";
  return (
    <div class={reveal.struck ? "question struck-out" : "question"}>
      <p class="progress-line">
        <span>{sayRich("play:question.of", { number: game.number, total: game.total }, parts)}</span>
        {question.category && <span class="muted">{question.category}</span>}
        {open && (
          <span class="muted" data-testid="answered">
            {say("play:question.answered", {
              answered: game.answered,
              players: players.filter(({ connected, seen }) => connected && !seen).length,
            })}
          </span>
        )}
      </p>
      <Timer />
      <h2 class={question.prompt.length > 90 ? "prompt long" : "prompt"} data-testid="prompt" dir="auto">
        {question.prompt}
      </h2>
      {question.image && <QuestionPicture key={question.id} url={question.image} />}
      {!open && <MyResult />}
      {question.choices.length === 0 ? <ModePart part="Answer" Otherwise={AnyAsk} /> : <Choices />}
      {open && plays.value && question.choices.length > 0 && <VoiceAnswer />}
      {open && <Hint choices={question.choices.length} />}
      {open && <WhoIsIn />}
      {open && <LastSeconds />}
      {!open && reveal.explanation && (
        <p class="explanation" dir="auto">
          {reveal.explanation}
        </p>
      )}
      {!open && <QuestionTools />}
    </div>
  );
};

const AnyAsk = () => <Asks />;

const Choices = () => {
  const { question } = lobby.value?.game ?? {};
  return (
    <div class="choices" role="group" aria-label={say("play:question.answers")}>
      {question?.choices.map((text, index) => (
        <Choice key={`${question.id} ${index}`} index={index} text={text} />
      ))}
    </div>
  );
};

const lastSeconds = 5;

/** Said once, and at once, to who listens and has not answered: the timer itself is silent. */
const LastSeconds = () => {
  const seconds = useSecondsLeft();
  const { phaseMs = 0, question } = lobby.value?.game ?? {};
  // Of a short question they would be said when it has hardly begun.
  const isWanted = phaseMs > lastSeconds * 2000 && seat.value !== "" && answer.value?.question !== question?.id;
  return (
    <p class="for-ears" role="alert" data-testid="last-seconds">
      {isWanted && seconds > 0 && seconds <= lastSeconds && say("play:question.secondsLeft", { seconds: lastSeconds })}
    </p>
  );
};

const Hint = ({ choices }: { readonly choices: number }) => {
  if (seat.value === "" || watches.value) return <p class="hint">{say("play:question.watching")}</p>;
  if (!plays.value) return <p class="hint">{say("play:question.seen")}</p>;
  if (choices === 0) return null;
  const given = answer.value?.question === lobby.value?.game.question.id ? answer.value : undefined;
  if (given?.state === "sent") return <p class="hint">{say("play:question.sending")}</p>;
  if (given?.state === "locked") return <p class="hint">{say("play:question.locked")}</p>;
  return (
    <p class="hint keys">
      {keysOn.value && `${say("play:question.keys", { count: choices, letter: letterOf(choices - 1) })} `}
      <button class="quiet small" aria-haspopup="dialog" onClick={() => void (keysShown.value = true)}>
        {say("play:question.allKeys")}
      </button>
    </p>
  );
};
