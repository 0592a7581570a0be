import { say } from "../../text/say.ts";
import { post } from "../api.ts";
import { ReasonDialog } from "../reason-dialog.tsx";
import { mention } from "../saying.ts";

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
      return { happens: say("adminServer:questions.keepHappens"), grave: false };
    case "remove":
      return { happens: say("adminServer:questions.removeHappens"), grave: true };
    case "rekey":
      return { happens: say("adminServer:questions.rekeyHappens", { right: deciding.right }), grave: true };
  }
};

/** Asks before a question is decided upon. */
export const DecideQuestion = ({ id, deciding, onDecided, onClose }: Props) => {
  const { happens, grave } = wordsOf(deciding);
  const sure = async (reason: string) => {
    const { games } = await post<{ readonly games: number }>(`questions/${encodeURIComponent(id)}`, {
      ...deciding,
      reason,
    });
    mention(
      games === 0 ? say("adminServer:questions.decided") : say("adminServer:questions.corrected", { count: games }),
    );
    onDecided();
  };
  return (
    <ReasonDialog
      title={say(`adminServer:questions.${deciding.decision}Title`)}
      act={say(`adminServer:questions.${deciding.decision}Act`)}
      grave={grave}
      optional
      longest={200}
      onSure={sure}
      onClose={onClose}
    >
      <p>{happens}</p>
    </ReasonDialog>
  );
};
