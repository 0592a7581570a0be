import { Dialog } from "../dialog.tsx";
import { keysOn, keysShown, switchKeys } from "./keys.ts";
import { type Key, say } from "../text/say.ts";

const keys: readonly (readonly [key: string, does: Key])[] = [
  ["1 – 6, A – F", "play:keys.answers"],
  ["Space", "play:keys.buzz"],
  ["/", "play:keys.chat"],
  ["Enter", "play:keys.sends"],
  ["Esc", "play:keys.leaves"],
  ["?", "play:keys.list"],
];

/** Which keys there are, and a way to switch them off. */
export const KeysDialog = () => (
  <Dialog title={say("play:keys.title")} testId="keys-dialog" onClose={() => void (keysShown.value = false)}>
    <dl class="keys-list">
      {keys.map(([key, does]) => (
        <div key={key}>
          <dt>
            <kbd>{key === "Space" ? say("play:keys.space") : key}</kbd>
          </dt>
          <dd>{say(does)}</dd>
        </div>
      ))}
    </dl>
    <label class="check">
      <input
        type="checkbox"
        checked={keysOn.value}
        onChange={({ currentTarget: { checked } }) => switchKeys(checked)}
      />
      {say("play:keys.single")}
    </label>
    <form method="dialog" class="actions">
      <button class="primary">{say("play:dialog.close")}</button>
    </form>
  </Dialog>
);
