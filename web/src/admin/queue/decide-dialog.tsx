import { useState } from "preact/hooks";
import type { Review } from "../../../../src/conduct/reviews.ts";
import { say } from "../../text/say.ts";
import { type Ban, BanFields } from "../ban-fields.tsx";
import { ReasonDialog } from "../reason-dialog.tsx";
import { mention } from "../saying.ts";
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
  const { title, happens, act, done, grave } = wordsOf(review, decision);
  const sure = async (why: string) => {
    await decide(review, { decision, why, ban: mayBan ? ban : undefined });
    mention(ban === undefined ? done : say("admin:decide.denyBanDone", { name }));
    onDone();
  };
  return (
    <ReasonDialog
      title={title}
      act={ban === undefined ? act : say("admin:decide.denyBanAct")}
      grave={grave}
      optional={ban === undefined}
      hint={kind === "appeal" || decision === "deny" ? say("admin:decide.hint", { name }) : ""}
      words={decidingWords()}
      onSure={sure}
      onClose={onClose}
    >
      <p class="quote">{text || say("admin:noWords")}</p>
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
          {say("admin:decide.withBan", { name })}
        </label>
      )}
      {mayBan && ban !== undefined && <BanFields ban={ban} lobby={lobby} onChange={setBan} />}
    </ReasonDialog>
  );
};

const wordsOf = ({ kind, name }: Review, decision: Deciding) => {
  if (kind === "appeal" && decision === "allow")
    return {
      title: say("admin:decide.allowAppealTitle", { name }),
      happens: say("admin:decide.allowAppealHappens"),
      act: say("admin:decide.allowAppealAct"),
      done: say("admin:decide.allowAppealDone"),
      grave: false,
    };
  if (kind === "appeal")
    return {
      title: say("admin:decide.denyAppealTitle", { name }),
      happens: say("admin:decide.denyAppealHappens"),
      act: say("admin:decide.denyAppealAct"),
      done: say("admin:decide.denyAppealDone"),
      grave: true,
    };
  return {
    title: say(`admin:decide.${decision}Title`),
    happens: say(`admin:decide.${decision}Happens`),
    act: say(`admin:decide.${decision}Act`),
    done: say(`admin:decide.${decision}Done`),
    grave: decision === "deny",
  };
};
