import { strikeOut } from "../actions.ts";
import { lobby, maySteer, reported, seat, struck } from "../store.ts";
import { SureButton } from "../sure-button.tsx";
import { openReport } from "./report-dialog.tsx";

/** What can be done about a question that is wrong, once it is closed. */
export const QuestionTools = () => {
  const { game, status } = lobby.value ?? {};
  const { id, prompt } = game?.question ?? { id: "", prompt: "" };
  if (id === "") return null;
  return (
    <div class="question-tools" role="group" aria-label="Something wrong with this question?">
      {seat.value !== "" &&
        (reported.value.has(id) ? (
          <span class="muted" data-testid="reported">
            ✓ You reported this question
          </span>
        ) : (
          <button class="quiet small" data-testid="report-question" onClick={() => openReport({ id, prompt })}>
            Report this question
          </button>
        ))}
      {maySteer.value && status === "in-progress" && !struck.value.has(id) && (
        <SureButton
          class="quiet small"
          sure="Really? It will count for nobody"
          testId="strike-question"
          onSure={() => void strikeOut(id)}
        >
          Strike this question out
        </SureButton>
      )}
    </div>
  );
};
