import { Timer } from "../../game/timer.tsx";
import { useFit } from "../../screen/use-fit.ts";
import { lobby } from "../../store.ts";
import { say } from "../../text/say.ts";
import { AliasName } from "./alias-name.tsx";
import { aliases, lines, typingWords, unmasked, votes } from "./round.ts";
import { Heading } from "./talk.tsx";
import { Faces } from "./unmasking.tsx";

/** As many lines as can be read from a sofa. */
const linesShown = 6;

/** The round on the big screen. */
export const Wall = () => {
  const { phase, number } = lobby.value?.game ?? {};
  const wall = useFit<HTMLDivElement>(`${phase} ${number} ${lines().length}`);
  const shown = unmasked();
  return (
    <div class="board find-the-bot" ref={wall}>
      {phase !== "unmasked" && <Timer />}
      {shown === undefined ? <Heading /> : <Faces shown={shown} />}
      {phase === "talking" && <Latest />}
      {phase === "voting" && <Suspects />}
    </div>
  );
};

const Latest = () => (
  <>
    <ul class="alias-log">
      {lines()
        .slice(-linesShown)
        .map(({ alias, text, at }) => (
          <li key={`${alias} ${at}`}>
            <AliasName id={alias} /> <span class="said">{text}</span>
          </li>
        ))}
    </ul>
    <p class="typing">{typingWords()}</p>
  </>
);

const Suspects = () => (
  <>
    <h3>{say("modeFindTheBot:vote.legend")}</h3>
    <ul class="faces">
      {aliases().map(({ id }) => (
        <li key={id} class="face">
          <AliasName id={id} />
        </li>
      ))}
    </ul>
    <p class="muted">{say("modeFindTheBot:vote.count", { count: votes() })}</p>
  </>
);
