import type { Question } from "../../core/game.ts";
import type { PlayerId } from "../../core/ids.ts";
import { isRight, placesOf } from "../../core/right.ts";
import { quizPoints, scoringOf } from "./scoring.ts";
import type { Outcome, Quiz, Standing } from "./state.ts";

/** What an outcome says of the answer itself. */
type Given = Omit<Outcome, "right" | "points" | "streak">;
/** How somebody stood before. */
type Before = Pick<Standing, "streak" | "score">;

/** How the question at an index is scored; undefined when it is as by default. */
export const scoringAt = (quiz: Pick<Quiz, "options" | "last" | "questions">, index: number) =>
  scoringOf(quiz.options, quiz.questions[index] as Question, quiz.last === index);

/** What comes of all answers to the question at an index; one that is struck out changes nothing. */
export const judged = (
  quiz: Pick<Quiz, "options" | "last" | "questions" | "limit">,
  index: number,
  struck: boolean,
  given: readonly Given[],
  before: (player: PlayerId) => Before,
): readonly Outcome[] => {
  const question = quiz.questions[index] as Question;
  const scoring = scoringAt(quiz, index);
  const places = question.number === undefined ? undefined : placesOf(question.number.value, given);
  return given.map((one, at): Outcome => {
    const { streak: run, score } = before(one.player);
    if (struck) return { ...one, right: false, points: 0, streak: run };
    const place = places?.[at];
    const right = places === undefined ? isRight(question, one.choice) : place?.nearer === 0;
    // Only one can be nearest: a question for a number neither ends a streak nor makes it longer.
    const streak = places !== undefined ? run : right ? run + 1 : 0;
    const answered = { time: one.time, limit: quiz.limit, streak };
    if (scoring === undefined) return { ...one, right, points: right ? quizPoints(answered) : 0, streak };
    const { wager = 0 } = one;
    const scored = { ...scoring, right, given: one.choice !== null, score, wager, place };
    return { ...one, right, points: quizPoints({ ...answered, scored }), streak };
  });
};
