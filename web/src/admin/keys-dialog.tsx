import { Dialog } from "../dialog.tsx";
import { say } from "../text/say.ts";
import { areKeysOn, switchKeys } from "./keys.ts";
import { sections } from "./sections.ts";

const others = [
  { keys: "?", does: "admin:keys.show" },
  { keys: "/", does: "admin:keys.search" },
  { keys: "j  k", does: "admin:keys.move" },
  { keys: "a", does: "admin:keys.allow" },
  { keys: "d", does: "admin:keys.deny" },
  { keys: "e", does: "admin:keys.except" },
  { keys: "Ctrl  Enter", does: "admin:keys.send" },
] as const;

/** Which keys do what, and the switch for those to whom single keys are a trap. */
export const KeysDialog = ({ onClose }: { readonly onClose: () => void }) => (
  <Dialog title={say("admin:nav.keys")} testId="keys-dialog" onClose={onClose}>
    <dl class="keys">
      {sections.map(({ id, key }) => (
        <div key={id}>
          <dt>
            <kbd>g</kbd> <kbd>{key}</kbd>
          </dt>
          <dd>{say(`admin:section.${id}`)}</dd>
        </div>
      ))}
      {others.map(({ keys, does }) => (
        <div key={does}>
          <dt>
            {keys.split("  ").map((key) => (
              <kbd key={key}>{key}</kbd>
            ))}
          </dt>
          <dd>{say(does)}</dd>
        </div>
      ))}
    </dl>
    <label class="check">
      <input
        type="checkbox"
        checked={areKeysOn.value}
        onChange={({ currentTarget }) => switchKeys(currentTarget.checked)}
      />
      {say("admin:keys.switch")}
    </label>
    <div class="actions">
      <button class="primary" onClick={onClose}>
        {say("admin:close")}
      </button>
    </div>
  </Dialog>
);
