import "../style/evening.css";
import { useEffect, useState } from "preact/hooks";
import { ask } from "../actions.ts";
import { serverNow } from "../clock.ts";
import { askModes, modeName } from "../modes/available.ts";
import { lobby, maySteer, stoodFrom } from "../store.ts";
import { SureButton } from "../sure-button.tsx";
import { inFigures } from "../text/figures.ts";
import { say } from "../text/say.ts";

const listed = 10;

/** Where the evening is: which game of how many, when the next begins, and the scoreboard between two games. */
export const EveningCard = () => {
  useEffect(() => void askModes(), []);
  const { evening, status } = lobby.value ?? {};
  if (evening === undefined || evening.total === 0) return null;
  const isPlaying = status === "in-progress";
  if (isPlaying) return <p class="evening-line">{place()}</p>;
  return (
    <section class="evening" aria-labelledby="evening-title" data-testid="evening">
      <h2 id="evening-title">{evening.over ? say("evening:over") : place()}</h2>
      {evening.nextAt > 0 && <Next />}
      {evening.scores.length > 0 && <Scores />}
      {maySteer.value && !evening.over && (
        <div class="actions">
          {evening.nextAt > 0 && (
            <button class="primary" data-testid="evening-next" onClick={() => void ask("evening", { next: true })}>
              {say("evening:goOn")}
            </button>
          )}
          <SureButton sure={say("evening:sure")} onSure={() => void ask("evening", { end: true })}>
            {say("evening:end")}
          </SureButton>
        </div>
      )}
    </section>
  );
};

const place = (): string => {
  const { number = 0, total = 0 } = lobby.value?.evening ?? {};
  return say("evening:place", { number, total });
};

/** What comes next, and in how many seconds; who only listens hears it once. */
const Next = () => {
  const { mode = "", topic = "" } = lobby.value?.evening ?? {};
  const name = modeName(mode);
  return (
    <p class="lead">
      {topic === "" ? say("evening:next", { mode: name }) : say("evening:nextAbout", { mode: name, topic })} <Seconds />
    </p>
  );
};

const Seconds = () => {
  const [, redraw] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => redraw((count) => count + 1), 1000);
    return () => clearInterval(timer);
  }, []);
  const { nextAt = 0 } = lobby.value?.evening ?? {};
  const seconds = Math.max(0, Math.ceil((nextAt - (stoodFrom.value ?? serverNow())) / 1000));
  return (
    <span role="timer" aria-live="off">
      {say("evening:inSeconds", { seconds })}
    </span>
  );
};

const Scores = () => {
  const { evening, players = [] } = lobby.value ?? {};
  const names = new Map(players.map(({ id, name }) => [id, name]));
  const lines = (evening?.scores ?? []).filter(([player]) => names.has(player)).slice(0, listed);
  return (
    <ol class="evening-scores" aria-label={say("evening:board")}>
      {lines.map(([player, score]) => (
        <li key={player}>
          <bdi>{names.get(player)}</bdi>
          <strong>{inFigures(score)}</strong>
        </li>
      ))}
    </ol>
  );
};
