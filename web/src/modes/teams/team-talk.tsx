import { heard } from "../../store.ts";
import { say } from "../../text/say.ts";
import { AskCard, asksFor } from "../asks.tsx";
import { nameOf } from "../view.ts";

type Line = { readonly player: string; readonly text: string; readonly at: number };

const shownLines = 6;

/** What one's side says among itself, and a place to say something. */
export const TeamTalk = () => {
  const [ask] = asksFor("team_line");
  if (ask === undefined) return null;
  const lines = heard.value.filter(({ type }) => type === "team_line").map(({ payload }) => payload as Line);
  return (
    <section class="team-talk" aria-labelledby="team-talk">
      <h3 id="team-talk">{say("modeTeams:talk")}</h3>
      <div role="log">
        <ol>
          {lines.slice(-shownLines).map(({ player, text, at }) => (
            <li key={`${player} ${at}`}>
              <strong>
                <bdi>{nameOf(player)}</bdi>
              </strong>{" "}
              <span dir="auto">{text}</span>
            </li>
          ))}
        </ol>
      </div>
      <AskCard ask={ask} label={say("modeTeams:talk")} />
    </section>
  );
};
