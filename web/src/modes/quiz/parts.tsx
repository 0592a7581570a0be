import "../../style/mode-quiz.css";
import { lobby } from "../../store.ts";
import { say } from "../../text/say.ts";
import type { ModeParts } from "../registry.ts";
import { Answer } from "./answer.tsx";
import { Beside, Worth } from "./beside.tsx";
import { Spread } from "./spread.tsx";
import { Wager, WagerScreen } from "./wager.tsx";

/** On the wall a question without choices says where it is answered, and then what came of it. */
const ScreenBeside = () => {
  const { phase, question } = lobby.value?.game ?? {};
  return (
    <div class="quiz-beside">
      <Worth />
      {phase === "question" && question?.choices.length === 0 && <p class="lead">{say("modeQuiz:answering")}</p>}
      {phase === "reveal" && <Spread />}
    </div>
  );
};

/** What a quiz with settings shows of its own; without any, none of it is fetched. */
export const quiz: ModeParts = { Stage: Wager, Beside, Answer, Screen: WagerScreen, ScreenBeside };
