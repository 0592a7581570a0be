import { useSignal } from "@preact/signals";
import { lazyPart } from "../conduct/lazy-part.tsx";
import { say } from "../text/say.ts";
import { Hearing } from "./hearing.tsx";
import { settingsAt } from "./settings.ts";

const SoundDialog = lazyPart(() => import("./sound-dialog.tsx").then(({ default: part }) => part), "voice");

/** The way to what is heard and spoken; whoever wants neither loads no more than this. */
export const SoundButton = () => {
  const isOpen = useSignal(false);
  const { on, aloud } = settingsAt("device").value;
  return (
    <>
      <Hearing place="device" />
      <button
        class="quiet"
        data-testid="sound-button"
        aria-label={say("voice:dialog.title")}
        title={say("voice:dialog.title")}
        onClick={() => (isOpen.value = true)}
      >
        <span aria-hidden="true">{on || aloud ? "🔊" : "🔇"}</span>
      </button>
      {isOpen.value && <SoundDialog onClose={() => (isOpen.value = false)} />}
    </>
  );
};
