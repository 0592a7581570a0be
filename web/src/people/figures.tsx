import { say } from "../text/say.ts";
import type { Profile } from "./profile.ts";
import { numberText, secondsText, shareText } from "./words.ts";

/** What a player's games add up to. */
export const Figures = ({ profile }: { readonly profile: Profile }) => {
  const { games, wins, score, best, right, answered, rightMs, streak } = profile;
  return (
    <dl class="figures" data-testid="figures">
      <Figure name={say("people:figures.games")} value={numberText(games)} />
      <Figure name={say("people:figures.won")} value={numberText(wins)} hint={shareText(wins, games)} />
      <Figure
        name={say("people:figures.points")}
        value={numberText(score)}
        hint={say("people:figures.best", { points: numberText(best) })}
      />
      <Figure
        name={say("people:figures.right")}
        value={shareText(right, answered)}
        hint={say("people:figures.rightOf", { right: numberText(right), answered: numberText(answered) })}
      />
      <Figure
        name={say("people:figures.after")}
        value={right === 0 ? "–" : secondsText(rightMs / right)}
        hint={say("people:figures.average")}
      />
      <Figure name={say("people:figures.streak")} value={numberText(streak)} hint={say("people:figures.inARow")} />
    </dl>
  );
};

type Props = { readonly name: string; readonly value: string; readonly hint?: string };

export const Figure = ({ name, value, hint }: Props) => (
  <div>
    <dt>{name}</dt>
    <dd>
      <strong>{value}</strong>
      {hint !== undefined && <span class="muted">{hint}</span>}
    </dd>
  </div>
);
