import { useState } from "preact/hooks";
import type { CaredQuestion } from "../../../../src/questions/care.ts";
import { letterOf } from "../../game/marks.ts";
import { inFigures } from "../../text/figures.ts";
import { say } from "../../text/say.ts";
import { get } from "../api.ts";
import { Reports } from "../queue/reports.tsx";
import { Ago } from "../when.tsx";
import { causeWords } from "../words.ts";
import { DecideQuestion, type QuestionDecision } from "./decide-question.tsx";
import type { Reported } from "./question.ts";

type Props = { readonly cared: CaredQuestion; readonly onDecided: () => void };

/** One question with how it did, and what can be made of it. */
export const QuestionCard = ({ cared, onDecided }: Props) => {
  const [reported, setReported] = useState<Reported["reported"]>();
  const [fault, setFault] = useState(false);
  const [deciding, setDeciding] = useState<QuestionDecision>();
  const { id, question, plays, right, reports, state, reason, changedAt } = cared;
  const showReports = () =>
    get<Reported>(`questions/${encodeURIComponent(id)}`).then(
      (one) => setReported(one.reported),
      () => setFault(true),
    );
  return (
    <li class="card question-seen" data-testid="question">
      <h2 class="quote">{question.prompt}</h2>
      <ol class="choices-seen">
        {question.choices.map((choice, index) => (
          <li key={index} class={index === question.key ? "is-right" : ""}>
            <span>{letterOf(index)}</span> {choice}
            {index === question.key ? (
              <span class="badge">{say("admin:right")}</span>
            ) : (
              <button
                class="quiet small"
                aria-label={say("adminServer:questions.isRight", { choice })}
                onClick={() => setDeciding({ decision: "rekey", right: choice })}
              >
                {say("adminServer:questions.thisIsRight")}
              </button>
            )}
          </li>
        ))}
      </ol>
      <p class="muted">
        {question.category !== "" && `${question.category} · `}
        {plays === 0
          ? say("adminServer:questions.neverAnswered")
          : say("adminServer:questions.answers", {
              count: plays,
              share: inFigures(right / plays, { style: "percent" }),
            })}{" "}
        · {say("adminServer:questions.reports", { count: reports })} · {causeWords(reason || state)}{" "}
        <Ago at={changedAt} />
      </p>
      {question.explanation !== "" && <p class="muted">{question.explanation}</p>}
      {reported !== undefined && <Reports reports={reported} />}
      <p class="fault" role="alert">
        {fault && say("adminServer:questions.notLoaded")}
      </p>
      <div class="actions">
        <button class="small" data-testid="keep" onClick={() => setDeciding({ decision: "keep" })}>
          {say("adminServer:questions.keep")}
        </button>
        <button class="small danger" data-testid="remove" onClick={() => setDeciding({ decision: "remove" })}>
          {say("adminServer:questions.remove")}
        </button>
        {reported === undefined && reports > 0 && (
          <button class="quiet small" onClick={() => void showReports()}>
            {say("adminServer:questions.who")}
          </button>
        )}
      </div>
      {deciding && (
        <DecideQuestion id={id} deciding={deciding} onDecided={onDecided} onClose={() => setDeciding(undefined)} />
      )}
    </li>
  );
};
