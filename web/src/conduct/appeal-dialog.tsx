import { useState } from "preact/hooks";
import { Dialog } from "../dialog.tsx";
import { say } from "../text/say.ts";
import { Appeal } from "./appeal.tsx";

type Props = { readonly sanction: string; readonly onSent: () => void; readonly onClose: () => void };

/** Takes one appeal, and says that it has gone. */
export const AppealDialog = ({ sanction, onSent, onClose }: Props) => {
  const [sent, setSent] = useState(false);
  const done = () => {
    setSent(true);
    onSent();
  };
  return (
    <Dialog title={say("conduct:appeal.title")} testId="appeal-dialog" onClose={onClose}>
      <Appeal sanction={sanction} state={sent ? "open" : "none"} onSent={done} onCancel={onClose} />
      {sent && (
        <div class="actions">
          <button class="primary" ref={(button) => button?.focus()} onClick={onClose}>
            {say("conduct:close")}
          </button>
        </div>
      )}
    </Dialog>
  );
};
