import { answer, lobby, plays, seat } from "../store.ts";
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

/** A question while it is open, and its solution afterwards. */
export const QuestionView = () => {
  const { game, players = [] } = lobby.value ?? {};
  if (game === undefined) return null;
  const { question, reveal } = game;
  const open = game.phase === "question";
  return (
    <div class={reveal.struck ? "question struck-out" : "question"}>
      <p class="progress-line">
        <span>
          Question <strong>{game.number}</strong> of {game.total}
        </span>
        {question.category && <span class="muted">{question.category}</span>}
        {open && (
          <span class="muted" data-testid="answered">
            {players.filter(({ answered }) => answered).length} of{" "}
            {players.filter(({ connected, seen }) => connected && !seen).length} answered
          </span>
        )}
      </p>
      <Timer />
      <h2 class={question.prompt.length > 90 ? "prompt long" : "prompt"} data-testid="prompt">
        {question.prompt}
      </h2>
      {question.image && <QuestionPicture key={question.id} url={question.image} />}
      {!open && <MyResult />}
      <div class="choices" role="group" aria-label="Answers">
        {question.choices.map((text, index) => (
          <Choice key={`${question.id} ${index}`} index={index} text={text} />
        ))}
      </div>
      {open && plays.value && <VoiceAnswer />}
      {open && <Hint choices={question.choices.length} />}
      {open && <WhoIsIn />}
      {open && <LastSeconds />}
      {!open && reveal.explanation && <p class="explanation">{reveal.explanation}</p>}
      {!open && <QuestionTools />}
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
      {isWanted && seconds > 0 && seconds <= lastSeconds && `${lastSeconds} seconds left.`}
    </p>
  );
};

const Hint = ({ choices }: { readonly choices: number }) => {
  if (seat.value === "") return <p class="hint">You are watching.</p>;
  if (!plays.value) return <p class="hint">You have seen the questions: you run this game.</p>;
  const given = answer.value?.question === lobby.value?.game.question.id ? answer.value : undefined;
  if (given?.state === "sent") return <p class="hint">Sending your answer…</p>;
  if (given?.state === "locked") return <p class="hint">Locked in. Waiting for the others.</p>;
  return (
    <p class="hint keys">
      {keysOn.value && `Keys 1–${choices} or A–${letterOf(choices - 1)} answer, too. `}
      <button class="quiet small" aria-haspopup="dialog" onClick={() => void (keysShown.value = true)}>
        All keys
      </button>
    </p>
  );
};
