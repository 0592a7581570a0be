import { useState } from "preact/hooks";
import { get } from "../api.ts";
import { useLoading } from "../loading.ts";
import { QuestionCard } from "./question-card.tsx";
import type { QuestionPage } from "./question.ts";

const states = [
  { id: "hidden", name: "Hidden" },
  { id: "live", name: "Reported, still asked" },
  { id: "kept", name: "Kept" },
  { id: "removed", name: "Removed" },
] as const;
type State = (typeof states)[number]["id"];

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
        <h1>Questions</h1>
        <div class="tabs" role="group" aria-label="Which questions">
          {states.map(({ id, name }) => (
            <button key={id} aria-pressed={state === id} data-testid={`state-${id}`} onClick={() => show(id)}>
              {name}
            </button>
          ))}
        </div>
      </div>
      <p class="fault" role="alert">
        {fault}
      </p>
      {data === undefined && fault === "" && <p class="empty">Looking…</p>}
      {data?.questions.length === 0 && !busy && (
        <p class="empty">{state === "hidden" ? "No question is hidden." : "There are none."}</p>
      )}
      <ul class="stack" data-testid="questions">
        {data?.questions.map((cared) => (
          <QuestionCard key={cared.id} cared={cared} onDecided={() => void reload()} />
        ))}
      </ul>
      {data?.cursor !== undefined && (
        <button class="wide" onClick={() => setCount(count + pageSize)}>
          Show more
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
