import { emergencySlowMode } from "../conduct/refused-line.ts";
import { levels, linkRules } from "../conduct/level-words.ts";
import type { Rules } from "../lobby-state.ts";
import { lobby } from "../store.ts";

/** By what rules the talk is kept, for everybody to know. */
export const HouseRules = () => {
  const rules = lobby.value?.rules;
  if (rules === undefined || rules.level === "") return null;
  return (
    <div class="house-rules" data-testid="house-rules">
      <p class="emergency" role="status">
        {rules.emergency &&
          `Emergency: only people with an account can write, one line in ${emergencySlowMode} seconds.`}
      </p>
      <details>
        <summary class="muted">{shortly(rules)}</summary>
        <p class="muted">
          {levels.find(({ id }) => id === rules.level)?.about}{" "}
          {rules.level !== "off" && "Strikes add up: the last one is a ban. "}
          {(rules.holdLines > 0 || rules.holdMinutes > 0) &&
            "The first lines of newcomers wait until somebody has looked at them."}
        </p>
      </details>
    </div>
  );
};

const shortly = ({ level, links, slowMode, holdLines, holdMinutes }: Rules): string =>
  [
    `House rules: ${levels.find(({ id }) => id === level)?.name.toLowerCase() ?? level}`,
    linkRules.find(({ id }) => id === links)?.about ?? "",
    slowMode > 0 ? `one line in ${slowMode} s` : "",
    holdLines > 0 || holdMinutes > 0 ? "newcomers wait" : "",
  ]
    .filter((words) => words !== "")
    .join(" · ");
