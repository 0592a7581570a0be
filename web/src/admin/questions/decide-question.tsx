import { post } from "../api.ts";
import { ReasonDialog } from "../reason-dialog.tsx";
import { say } from "../saying.ts";
import { counted } from "../words.ts";

export type QuestionDecision =
  | { readonly decision: "keep" | "remove" }
  | { readonly decision: "rekey"; readonly right: string };

type Props = {
  readonly id: string;
  readonly deciding: QuestionDecision;
  readonly onDecided: () => void;
  readonly onClose: () => void;
};

const wordsOf = (deciding: QuestionDecision) => {
  switch (deciding.decision) {
    case "keep":
      return { title: "Keep this question?", happens: "It is asked as before.", act: "Keep it", grave: false };
    case "remove":
      return {
        title: "Remove this question?",
        happens:
          "It is not asked again. In the games in which it was reported it is struck out, as though never asked.",
        act: "Remove it",
        grave: true,
      };
    case "rekey":
      return {
        title: "Was another choice right?",
        happens: `The games in which it was reported are scored anew, with “${deciding.right}” as the right choice. It is not asked again: where it comes from it still has the wrong one.`,
        act: "Score anew",
        grave: true,
      };
  }
};

/** Asks before a question is decided upon. */
export const DecideQuestion = ({ id, deciding, onDecided, onClose }: Props) => {
  const { title, happens, act, grave } = wordsOf(deciding);
  const sure = async (reason: string) => {
    const { games } = await post<{ readonly games: number }>(`questions/${encodeURIComponent(id)}`, {
      ...deciding,
      reason,
    });
    say(games === 0 ? "Decided." : `Decided; ${counted(games, "game")} corrected.`);
    onDecided();
  };
  return (
    <ReasonDialog title={title} act={act} grave={grave} optional longest={200} onSure={sure} onClose={onClose}>
      <p>{happens}</p>
    </ReasonDialog>
  );
};
