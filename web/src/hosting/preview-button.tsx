import { useSignal } from "@preact/signals";
import { lazyPart } from "../conduct/lazy-part.tsx";
import { lobby, seat } from "../store.ts";
import { say } from "../text/say.ts";

const PreviewDialog = lazyPart(() => import("./preview-dialog.tsx").then((loaded) => loaded.PreviewDialog), "host");

/** For the host alone, while the questions wait for the start. */
export const PreviewButton = () => {
  const open = useSignal(false);
  const { status, ownerId } = lobby.value ?? {};
  const isOwn = seat.value !== "" && seat.value === ownerId;
  if (!isOwn || (status !== "ready" && !open.value)) return null;
  return (
    <>
      <button type="button" aria-haspopup="dialog" data-testid="preview" onClick={() => (open.value = true)}>
        {say("host:preview.open")}
      </button>
      {open.value && <PreviewDialog onClose={() => (open.value = false)} />}
    </>
  );
};
