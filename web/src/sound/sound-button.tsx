import { useSignal } from "@preact/signals";
import { lazyPart } from "../conduct/lazy-part.tsx";
import { Hearing } from "./hearing.tsx";
import { settingsAt } from "./settings.ts";

const SoundDialog = lazyPart(() => import("./sound-dialog.tsx").then(({ default: part }) => part));

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
        aria-label="Sound and voice"
        title="Sound and voice"
        onClick={() => (isOpen.value = true)}
      >
        <span aria-hidden="true">{on || aloud ? "🔊" : "🔇"}</span>
      </button>
      {isOpen.value && <SoundDialog onClose={() => (isOpen.value = false)} />}
    </>
  );
};
