import { Dialog } from "../dialog.tsx";
import { keysOn, keysShown, switchKeys } from "./keys.ts";

const keys: readonly (readonly [key: string, does: string])[] = [
  ["1 – 6, A – F", "answers the open question"],
  ["/", "goes to the chat, with its commands"],
  ["Enter", "sends what is written"],
  ["Esc", "leaves the chat, or closes what is open"],
  ["?", "shows this list"],
];

/** Which keys there are, and a way to switch them off. */
export const KeysDialog = () => (
  <Dialog title="Keys" testId="keys-dialog" onClose={() => void (keysShown.value = false)}>
    <dl class="keys-list">
      {keys.map(([key, does]) => (
        <div key={key}>
          <dt>
            <kbd>{key}</kbd>
          </dt>
          <dd>{does}</dd>
        </div>
      ))}
    </dl>
    <label class="check">
      <input
        type="checkbox"
        checked={keysOn.value}
        onChange={({ currentTarget: { checked } }) => switchKeys(checked)}
      />
      Single keys do something
    </label>
    <form method="dialog" class="actions">
      <button class="primary">Close</button>
    </form>
  </Dialog>
);
