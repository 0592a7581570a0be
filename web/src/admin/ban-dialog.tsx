import { useState } from "preact/hooks";
import { post } from "./api.ts";
import { type Ban, BanFields } from "./ban-fields.tsx";
import { ReasonDialog } from "./reason-dialog.tsx";
import { say } from "./saying.ts";

type Props = {
  readonly player: string;
  readonly name: string;
  /** The lobby that is looked at; "" for none. */
  readonly lobby: string;
  readonly onDone?: () => void;
  readonly onClose: () => void;
};

/** Bans somebody from a lobby or from the whole server. */
export const BanDialog = ({ player, name, lobby, onDone, onClose }: Props) => {
  const [ban, setBan] = useState<Ban>({ scope: lobby === "" ? "server" : "lobby", minutes: 24 * 60 });
  const impose = async (reason: string) => {
    const where = ban.scope === "lobby" ? { lobby } : {};
    await post(`people/${encodeURIComponent(player)}/sanctions`, { kind: "ban", ...ban, ...where, reason });
    say(`${name} has been banned.`);
    onDone?.();
  };
  return (
    <ReasonDialog
      title={`Ban ${name}?`}
      act="Ban"
      grave
      hint="The banned person reads this, and may appeal once."
      onSure={impose}
      onClose={onClose}
    >
      <p>They are sent out at once. The ban holds for their devices, too, as far as those are known.</p>
      <BanFields ban={ban} lobby={lobby} onChange={setBan} />
    </ReasonDialog>
  );
};
