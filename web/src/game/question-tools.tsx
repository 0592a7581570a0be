import { strikeOut } from "../actions.ts";
import { lobby, maySteer, reported, seat, struck } from "../store.ts";
import { SureButton } from "../sure-button.tsx";
import { openReport } from "./reporting.tsx";
import { say } from "../text/say.ts";

/** What can be done about a question that is wrong, once it is closed. */
export const QuestionTools = () => {
  const { game, status } = lobby.value ?? {};
  const { id, prompt } = game?.question ?? { id: "", prompt: "" };
  if (id === "") return null;
  return (
    <div class="question-tools" role="group" aria-label={say("play:tools.group")}>
      {seat.value !== "" &&
        (reported.value.has(id) ? (
          <span class="muted" data-testid="reported">
            {say("play:tools.reported")}
          </span>
        ) : (
          <button class="quiet small" data-testid="report-question" onClick={() => openReport({ id, prompt })}>
            {say("play:tools.report")}
          </button>
        ))}
      {maySteer.value && status === "in-progress" && !struck.value.has(id) && (
        <SureButton
          class="quiet small"
          sure={say("play:tools.sure")}
          testId="strike-question"
          onSure={() => void strikeOut(id)}
        >
          {say("play:tools.strike")}
        </SureButton>
      )}
    </div>
  );
};
