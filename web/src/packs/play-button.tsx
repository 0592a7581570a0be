import { useSending } from "../account/sending.ts";
import { makeLobby } from "../home/make-lobby.ts";
import type { Pack } from "./pack.ts";
import { hasUnsaved } from "./unsaved.ts";
import { packWords } from "./words.ts";

/** As many questions as a game may have. */
const most = 50;

/** Makes a lobby that plays a pack. */
export const PlayButton = ({ opened: { id, title, size } }: { readonly opened: Pack }) => {
  const { busy, fault, setFault, run } = useSending(packWords);
  const play = () => {
    if (size === 0) return setFault("There is nothing to play yet. Add a question first.");
    if (hasUnsaved()) return setFault("Save what you have typed first.");
    const wish = { topic: title, count: Math.min(size, most), public: false, start: "host" as const };
    void run(() => makeLobby(wish, { source: "pack", pack: id }));
  };
  return (
    <>
      <button class="primary" data-testid="play-pack" aria-disabled={busy || size === 0} onClick={play}>
        {busy ? "Making a lobby…" : "Play this pack"}
      </button>
      <p class="fault" role="alert">
        {fault}
      </p>
    </>
  );
};
