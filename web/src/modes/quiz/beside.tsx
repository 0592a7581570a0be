import { lobby, watches } from "../../store.ts";
import { inList } from "../../text/figures.ts";
import type { Key } from "../../text/say.ts";
import { say } from "../../text/say.ts";
import { partOf } from "../view.ts";
import { own, rulesShown } from "./shown.ts";

/** What is special about this game, by the name of the setting or its value. */
const ruleKeys: Readonly<Record<string, Key>> = {
  accuracy: "modeQuiz:rule.accuracy",
  negative: "modeQuiz:rule.negative",
  untimed: "modeQuiz:rule.untimed",
  difficulty: "modeQuiz:rule.difficulty",
  last: "modeQuiz:rule.last",
  typed: "modeQuiz:rule.typed",
  wager: "modeQuiz:rule.wager",
  average: "modeQuiz:rule.average",
  closed: "modeQuiz:rule.closed",
};

/** What a quiz with settings, or a question of a kind of its own, shows beside what all show. */
export const Beside = () => {
  const phase = lobby.value?.game.phase;
  return (
    <div class="quiz-beside">
      {watches.value && (
        <p class="given" role="status">
          {say("modeQuiz:watching")}
        </p>
      )}
      {phase === "countdown" && <Rules />}
      {(phase === "question" || phase === "reveal") && <Worth />}
      {phase === "reveal" && <Mine />}
    </div>
  );
};

const Rules = () => {
  const rules = Object.entries(rulesShown()).flatMap(([name, value]) => {
    const key = ruleKeys[value === true ? name : String(value)];
    return key === undefined ? [] : [key];
  });
  if (rules.length === 0) return null;
  return (
    <section class="quiz-rules">
      <h3>{say("modeQuiz:rules")}</h3>
      <ul>
        {rules.map((key) => (
          <li key={key}>{say(key)}</li>
        ))}
      </ul>
    </section>
  );
};

/** How much the question counts, where that is not as usual. */
export const Worth = () => {
  const times = partOf("times") as number | undefined;
  if (times === undefined) return null;
  return <p class="worth">{times === 0 ? say("modeQuiz:noPoints") : say("modeQuiz:times", { times })}</p>;
};

/** What one had typed and staked, and what else counted. */
const Mine = () => {
  const { text, wager } = own();
  const accepted = (partOf("accept") as readonly string[] | undefined) ?? [];
  return (
    <>
      {text !== undefined && (
        <p class="given" dir="auto">
          {say("modeQuiz:typedIs", { text })}
        </p>
      )}
      {accepted.length > 0 && <p class="muted">{say("modeQuiz:accepted", { words: inList(accepted) })}</p>}
      {wager !== undefined && <p>{say("modeQuiz:wager.was", { points: wager })}</p>}
    </>
  );
};
