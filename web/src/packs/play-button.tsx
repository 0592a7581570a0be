import { useSending } from "../account/sending.ts";
import { makeLobby } from "../home/make-lobby.ts";
import { say } from "../text/say.ts";
import type { Pack } from "./pack.ts";
import { hasUnsaved } from "./unsaved.ts";
import { packWords } from "./words.ts";

/** As many questions as a game may have. */
const most = 50;

/** Makes a lobby that plays a pack. */
export const PlayButton = ({ opened: { id, title, size } }: { readonly opened: Pack }) => {
  const { busy, fault, setFault, run } = useSending(packWords());
  const play = () => {
    if (size === 0) return setFault(say("host:pack.nothing"));
    if (hasUnsaved()) return setFault(say("host:pack.saveFirst"));
    const wish = { topic: title, count: Math.min(size, most), public: false, start: "host" as const };
    void run(() => makeLobby(wish, { source: "pack", pack: id }));
  };
  return (
    <>
      <button class="primary" data-testid="play-pack" aria-disabled={busy || size === 0} onClick={play}>
        {busy ? say("host:pack.makingLobby") : say("host:pack.play")}
      </button>
      <p class="fault" role="alert">
        {fault}
      </p>
    </>
  );
};
