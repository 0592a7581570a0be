import { ask } from "../actions.ts";
import type { Building } from "../lobby-state.ts";
import { lobby, maySteer } from "../store.ts";
import { isKey, say } from "../text/say.ts";

/** What is being done, in words for people. */
const stageText = (stage: string): string => {
  const key = `play:making.${stage}`;
  return isKey(key) ? say(key) : say("play:making.other");
};

const Progress = ({ id, done, total }: { readonly id: string; readonly done: number; readonly total: number }) =>
  // Without a value it says that something is going on, and nobody knows how far.
  done > 0 ? <progress value={done} max={total} aria-labelledby={id} /> : <progress aria-labelledby={id} />;

/** The making of questions that everybody waits for. */
export const Making = ({ stage, done, total }: Building) => (
  <section class="making card" aria-labelledby="making-title" data-testid="making">
    <h2 id="making-title">{say("play:making.title")}</h2>
    <p class="making-line">
      <span id="making-stage">{say("play:making.going", { stage: stageText(stage) })}</span>
      {total > 0 && <span class="muted">{say("play:making.of", { done, total })}</span>}
    </p>
    <Progress id="making-stage" done={done} total={total} />
    <p class="muted">{say("play:making.chat")}</p>
    {maySteer.value && (
      <div class="actions">
        <button data-testid="cancel-making" onClick={() => void ask("stop", {})}>
          {say("play:dialog.cancel")}
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
        {say("play:making.more", { stage: stageText(stage), done, total })}
      </span>
      <Progress id="more-stage" done={done} total={total} />
      {maySteer.value && status === "ready" && (
        <button class="small" onClick={() => void ask("stop", {})}>
          {say("play:making.enough")}
        </button>
      )}
    </div>
  );
};
