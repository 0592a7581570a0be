import { useState } from "preact/hooks";
import { say } from "../text/say.ts";
import { post } from "./api.ts";
import { type Ban, BanFields } from "./ban-fields.tsx";
import { ReasonDialog } from "./reason-dialog.tsx";
import { mention } from "./saying.ts";

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
    mention(say("admin:ban.done", { name }));
    onDone?.();
  };
  return (
    <ReasonDialog
      title={say("admin:ban.title", { name })}
      act={say("admin:ban.act")}
      grave
      hint={say("admin:ban.hint")}
      onSure={impose}
      onClose={onClose}
    >
      <p>{say("admin:ban.help")}</p>
      <BanFields ban={ban} lobby={lobby} onChange={setBan} />
    </ReasonDialog>
  );
};
