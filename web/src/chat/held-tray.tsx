import { useSending } from "../account/sending.ts";
import { order } from "../actions.ts";
import { refusalCode } from "../refusal.ts";
import { dropHeld, heldLines, maySteer } from "../store.ts";
import { say } from "../text/say.ts";

/** Newcomers' lines that wait for the owner: shown to all, or to nobody. */
export const HeldTray = () => {
  const waiting = heldLines.value;
  const { busy, fault, run } = useSending();
  if (!maySteer.value) return null;
  const decide = (id: string, allow: boolean) => void run(() => settle(id, allow));
  return (
    <section class="held-tray" aria-label={say("play:held.title")} data-testid="held-tray">
      <p role="status">{waiting.length === 0 ? "" : say("play:held.waiting", { count: waiting.length })}</p>
      <ul>
        {waiting.map(({ id, name, text }) => (
          <li key={id}>
            <p>
              <strong>{name}</strong> {text}
            </p>
            <div class="actions">
              <button
                class="small"
                aria-label={say("play:held.allowOf", { name })}
                aria-disabled={busy}
                data-testid="allow-held"
                onClick={() => decide(id, true)}
              >
                {say("play:held.allow")}
              </button>
              <button
                class="small"
                aria-label={say("play:held.refuseOf", { name })}
                aria-disabled={busy}
                data-testid="refuse-held"
                onClick={() => decide(id, false)}
              >
                {say("play:held.refuse")}
              </button>
            </div>
          </li>
        ))}
      </ul>
      <p class="fault" role="alert">
        {fault}
      </p>
    </section>
  );
};

const settle = async (id: string, allow: boolean): Promise<void> => {
  await order("held", { id, allow }).catch((error: unknown) => {
    // Somebody else has looked at it already: it waits no longer.
    if (refusalCode(error) !== "no_such_message") throw error;
  });
  dropHeld((line) => line.id === id);
};
