import { ask } from "../actions.ts";
import type { Building } from "../lobby-state.ts";
import { lobby, maySteer } from "../store.ts";

/** What is being done, in words for people. */
const stages: Readonly<Record<string, string>> = {
  choosing: "Choosing questions",
  recalling: "Looking for questions that were written before",
  writing: "Writing new questions",
  checking: "Checking that every answer is right",
  fetching: "Fetching questions from Open Trivia DB",
};

const stageText = (stage: string): string => stages[stage] ?? "Making the questions";

const Progress = ({ id, done, total }: { readonly id: string; readonly done: number; readonly total: number }) =>
  // Without a value it says that something is going on, and nobody knows how far.
  done > 0 ? <progress value={done} max={total} aria-labelledby={id} /> : <progress aria-labelledby={id} />;

/** The making of questions that everybody waits for. */
export const Making = ({ stage, done, total }: Building) => (
  <section class="making card" aria-labelledby="making-title" data-testid="making">
    <h2 id="making-title">Getting the questions ready</h2>
    <p class="making-line">
      <span id="making-stage">{stageText(stage)}…</span>
      {total > 0 && (
        <span class="muted">
          {done} of {total}
        </span>
      )}
    </p>
    <Progress id="making-stage" done={done} total={total} />
    <p class="muted">You can chat meanwhile.</p>
    {maySteer.value && (
      <div class="actions">
        <button data-testid="cancel-making" onClick={() => void ask("stop", {})}>
          Cancel
        </button>
      </div>
    )}
  </section>
);

/** A line about questions that are still to come while there are enough to play with. */
export const MakingMore = () => {
  const { status, building } = lobby.value ?? {};
  if (building === undefined || building.total === 0) return null;
  const { stage, done, total } = building;
  return (
    <div class="making-more" data-testid="making-more">
      <span id="more-stage" class="words">
        {stageText(stage)}: {done} of {total} are there
      </span>
      <Progress id="more-stage" done={done} total={total} />
      {maySteer.value && status === "ready" && (
        <button class="small" onClick={() => void ask("stop", {})}>
          These will do
        </button>
      )}
    </div>
  );
};
