import { useState } from "preact/hooks";
import { post } from "../api.ts";
import { ReasonDialog } from "../reason-dialog.tsx";
import { say } from "../saying.ts";

const retrainWords = {
  wrong_phase: "There are too few decisions to learn from yet.",
  busy: "It is being trained already.",
  not_available: "That did not work: the signal in use is still the old one.",
} as const;

/** Trains the learned signal anew, with what moderators have decided. */
export const Retrain = ({ learn }: { readonly learn: boolean }) => {
  const [open, setOpen] = useState(false);
  const retrain = async (why: string) => {
    await post("retrain", { why });
    say("The learned signal has been trained anew.");
  };
  return (
    <section class="card" aria-labelledby="retrain">
      <h2 id="retrain">The learned signal</h2>
      <p class="muted">
        It can be trained anew from the moderators’ own decisions{learn ? "" : ", once these are kept (see above)"}. The
        one in use now is replaced.
      </p>
      <div class="actions">
        <button class="small" data-testid="retrain" onClick={() => setOpen(true)}>
          Train it anew…
        </button>
      </div>
      {open && (
        <ReasonDialog
          title="Train the learned signal anew?"
          act="Train it"
          grave
          words={retrainWords}
          onSure={retrain}
          onClose={() => setOpen(false)}
        >
          <p>The signal in use is replaced by the new one. This can’t be undone.</p>
        </ReasonDialog>
      )}
    </section>
  );
};
