import { useState } from "preact/hooks";
import { say } from "../../text/say.ts";
import { get } from "../api.ts";
import { useLoading } from "../loading.ts";
import { QuestionCard } from "./question-card.tsx";
import type { QuestionPage } from "./question.ts";

const states = ["hidden", "live", "kept", "removed"] as const;
type State = (typeof states)[number];

const pageSize = 20;

/** Questions that people reported, or that next to nobody gets right. */
export const QuestionsPage = () => {
  const [state, setState] = useState<State>("hidden");
  const [count, setCount] = useState(pageSize);
  const { data, fault, busy, reload } = useLoading(() => loadUpTo(count, state), `${state} ${count}`);
  const show = (next: State) => {
    setCount(pageSize);
    setState(next);
  };
  return (
    <>
      <div class="head">
        <h1>{say("admin:section.questions")}</h1>
        <div class="tabs" role="group" aria-label={say("adminServer:questions.which")}>
          {states.map((id) => (
            <button key={id} aria-pressed={state === id} data-testid={`state-${id}`} onClick={() => show(id)}>
              {say(`adminServer:questions.${id}`)}
            </button>
          ))}
        </div>
      </div>
      <p class="fault" role="alert">
        {fault}
      </p>
      {data === undefined && fault === "" && <p class="empty">{say("admin:looking")}</p>}
      {data?.questions.length === 0 && !busy && (
        <p class="empty">
          {say(state === "hidden" ? "adminServer:questions.noneHidden" : "adminServer:questions.none")}
        </p>
      )}
      <ul class="stack" data-testid="questions">
        {data?.questions.map((cared) => (
          <QuestionCard key={cared.id} cared={cared} onDecided={() => void reload()} />
        ))}
      </ul>
      {data?.cursor !== undefined && (
        <button class="wide" onClick={() => setCount(count + pageSize)}>
          {say("admin:more")}
        </button>
      )}
    </>
  );
};

const loadUpTo = async (count: number, state: State): Promise<QuestionPage> => {
  let page: QuestionPage = await get("questions", { state, limit: pageSize });
  while (page.cursor !== undefined && page.questions.length < count) {
    const more: QuestionPage = await get("questions", { state, limit: pageSize, cursor: page.cursor });
    page = { ...more, questions: [...page.questions, ...more.questions] };
  }
  return page;
};
