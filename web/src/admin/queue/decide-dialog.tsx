import { useState } from "preact/hooks";
import type { Review } from "../../../../src/conduct/reviews.ts";
import { type Ban, BanFields } from "../ban-fields.tsx";
import { ReasonDialog } from "../reason-dialog.tsx";
import { say } from "../saying.ts";
import { decide, type Deciding, decidingWords } from "./deciding.ts";

type Props = {
  readonly review: Review;
  readonly decision: Deciding;
  readonly onDone: () => void;
  readonly onClose: () => void;
};

/** Asks for the reason of a decision that can't be undone, and whether its author is to be banned. */
export const DecideDialog = ({ review, decision, onDone, onClose }: Props) => {
  const { kind, name, text, lobby } = review;
  const [ban, setBan] = useState<Ban>();
  const mayBan = decision === "deny" && kind !== "appeal";
  const { title, happens, act, grave } = wordsOf(review, decision);
  const sure = async (why: string) => {
    await decide(review, { decision, why, ban: mayBan ? ban : undefined });
    say(ban === undefined ? `Decided: ${act.toLowerCase()}.` : `Decided, and ${name} has been banned.`);
    onDone();
  };
  return (
    <ReasonDialog
      title={title}
      act={ban === undefined ? act : `${act} and ban`}
      grave={grave}
      optional={ban === undefined}
      hint={kind === "appeal" || decision === "deny" ? `${name} reads this.` : ""}
      words={decidingWords}
      onSure={sure}
      onClose={onClose}
    >
      <p class="quote">{text || "(no words)"}</p>
      <p>{happens}</p>
      {mayBan && (
        <label class="check">
          <input
            type="checkbox"
            data-testid="with-ban"
            checked={ban !== undefined}
            onChange={({ currentTarget }) =>
              setBan(currentTarget.checked ? { scope: "server", minutes: 24 * 60 } : undefined)
            }
          />
          Ban {name} as well
        </label>
      )}
      {mayBan && ban !== undefined && <BanFields ban={ban} lobby={lobby} onChange={setBan} />}
    </ReasonDialog>
  );
};

const wordsOf = ({ kind, name }: Review, decision: Deciding) => {
  if (kind === "appeal" && decision === "allow")
    return {
      title: `Allow the appeal of ${name}?`,
      happens: "The sanction ends now, and the strike that led to it counts no longer.",
      act: "Allow the appeal",
      grave: false,
    };
  if (kind === "appeal")
    return {
      title: `Deny the appeal of ${name}?`,
      happens: "The sanction stands, and there is no second appeal.",
      act: "Deny the appeal",
      grave: true,
    };
  if (decision === "except")
    return {
      title: "Allow these words from now on?",
      happens: "The line is fit, and so are these very words wherever somebody says them.",
      act: "Allow from now on",
      grave: false,
    };
  if (decision === "allow") return { title: "Allow this?", happens: "It is fit.", act: "Allow", grave: false };
  return {
    title: "Deny this?",
    happens: "The line is removed for everybody, and its author gets a strike.",
    act: "Deny",
    grave: true,
  };
};
