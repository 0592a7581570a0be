import { useState } from "preact/hooks";
import { lazyPart } from "../conduct/lazy-part.tsx";
import { lobby, maySteer } from "../store.ts";
import { say } from "../text/say.ts";

const EveningDialog = lazyPart(
  () => import("./evening-dialog.tsx").then((loaded) => loaded.EveningDialog),
  "evening",
  "modes",
);

/** Opens the plan of an evening, for who may begin one. */
export const EveningButton = () => {
  const [open, setOpen] = useState(false);
  const { status = "" } = lobby.value ?? {};
  if (!maySteer.value || status === "in-progress" || status === "building") return null;
  return (
    <>
      <button class="quiet" aria-haspopup="dialog" data-testid="plan-evening" onClick={() => setOpen(true)}>
        {say("play:start.evening")}
      </button>
      {open && <EveningDialog onClose={() => setOpen(false)} />}
    </>
  );
};
