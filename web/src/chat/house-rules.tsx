import { emergencySlowMode } from "../conduct/refused-line.ts";
import { levels, linkRules } from "../conduct/level-words.ts";
import type { Rules } from "../lobby-state.ts";
import { lobby } from "../store.ts";
import { say } from "../text/say.ts";

/** By what rules the talk is kept, for everybody to know. */
export const HouseRules = () => {
  const rules = lobby.value?.rules;
  if (rules === undefined || rules.level === "") return null;
  return (
    <div class="house-rules" data-testid="house-rules">
      <p class="emergency" role="status">
        {rules.emergency && say("play:rules.emergency", { seconds: emergencySlowMode })}
      </p>
      <details>
        <summary class="muted">{shortly(rules)}</summary>
        <p class="muted">
          {levels.find(({ id }) => id === rules.level)?.about}{" "}
          {rules.level !== "off" && `${say("play:rules.strikes")} `}
          {(rules.holdLines > 0 || rules.holdMinutes > 0) && say("play:rules.firstLines")}
        </p>
      </details>
    </div>
  );
};

const shortly = ({ level, links, slowMode, holdLines, holdMinutes }: Rules): string =>
  [
    say("play:rules.house", { level: levels.find(({ id }) => id === level)?.name ?? level }),
    linkRules.find(({ id }) => id === links)?.about ?? "",
    slowMode > 0 ? say("play:rules.slow", { seconds: slowMode }) : "",
    holdLines > 0 || holdMinutes > 0 ? say("play:rules.newcomers") : "",
  ]
    .filter((words) => words !== "")
    .join(" · ");
