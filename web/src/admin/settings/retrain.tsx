import { useState } from "preact/hooks";
import { say } from "../../text/say.ts";
import { post } from "../api.ts";
import { ReasonDialog } from "../reason-dialog.tsx";
import { mention } from "../saying.ts";

const refusals = () => ({
  wrong_phase: say("adminServer:retrain.tooFew"),
  busy: say("adminServer:retrain.busy"),
  not_available: say("adminServer:retrain.failed"),
});

/** Trains the learned signal anew, with what moderators have decided. */
export const Retrain = ({ learn }: { readonly learn: boolean }) => {
  const [open, setOpen] = useState(false);
  const retrain = async (why: string) => {
    await post("retrain", { why });
    mention(say("adminServer:retrain.done"));
  };
  return (
    <section class="card" aria-labelledby="retrain">
      <h2 id="retrain">{say("adminServer:retrain.title")}</h2>
      <p class="muted">{say(learn ? "adminServer:retrain.help" : "adminServer:retrain.helpOnceKept")}</p>
      <div class="actions">
        <button class="small" data-testid="retrain" onClick={() => setOpen(true)}>
          {say("adminServer:retrain.open")}
        </button>
      </div>
      {open && (
        <ReasonDialog
          title={say("adminServer:retrain.question")}
          act={say("adminServer:retrain.act")}
          grave
          words={refusals()}
          onSure={retrain}
          onClose={() => setOpen(false)}
        >
          <p>{say("adminServer:retrain.happens")}</p>
        </ReasonDialog>
      )}
    </section>
  );
};
