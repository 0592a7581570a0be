import { Dialog } from "../dialog.tsx";
import { areKeysOn, switchKeys } from "./keys.ts";
import { sections } from "./sections.ts";

const others = [
  { keys: "?", does: "Show this list" },
  { keys: "/", does: "Search" },
  { keys: "j  k", does: "Queue: next, previous" },
  { keys: "a", does: "Queue: allow" },
  { keys: "d", does: "Queue: deny" },
  { keys: "e", does: "Queue: allow, and these words from now on" },
  { keys: "Ctrl  Enter", does: "Send a reason" },
] as const;

/** Which keys do what, and the switch for those to whom single keys are a trap. */
export const KeysDialog = ({ onClose }: { readonly onClose: () => void }) => (
  <Dialog title="Keys" testId="keys-dialog" onClose={onClose}>
    <dl class="keys">
      {sections.map(({ id, name, key }) => (
        <div key={id}>
          <dt>
            <kbd>g</kbd> <kbd>{key}</kbd>
          </dt>
          <dd>{name}</dd>
        </div>
      ))}
      {others.map(({ keys, does }) => (
        <div key={does}>
          <dt>
            {keys.split("  ").map((key) => (
              <kbd key={key}>{key}</kbd>
            ))}
          </dt>
          <dd>{does}</dd>
        </div>
      ))}
    </dl>
    <label class="check">
      <input
        type="checkbox"
        checked={areKeysOn.value}
        onChange={({ currentTarget }) => switchKeys(currentTarget.checked)}
      />
      Single keys do something on this device
    </label>
    <div class="actions">
      <button class="primary" onClick={onClose}>
        Close
      </button>
    </div>
  </Dialog>
);
