import type { Profile } from "./profile.ts";
import { numberText, secondsText, shareText } from "./words.ts";

/** What a player's games add up to. */
export const Figures = ({ profile }: { readonly profile: Profile }) => {
  const { games, wins, score, best, right, answered, rightMs, streak } = profile;
  return (
    <dl class="figures" data-testid="figures">
      <Figure name="Games" value={numberText(games)} />
      <Figure name="Won" value={numberText(wins)} hint={shareText(wins, games)} />
      <Figure name="Points" value={numberText(score)} hint={`best ${numberText(best)}`} />
      <Figure
        name="Right"
        value={shareText(right, answered)}
        hint={`${numberText(right)} of ${numberText(answered)}`}
      />
      <Figure name="Right after" value={right === 0 ? "–" : secondsText(rightMs / right)} hint="on average" />
      <Figure name="Best streak" value={numberText(streak)} hint="right in a row" />
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
