import { useSending } from "../account/sending.ts";
import { order } from "../actions.ts";
import { refusalCode } from "../refusal.ts";
import { dropHeld, heldLines, maySteer } from "../store.ts";

/** Newcomers' lines that wait for the owner: shown to all, or to nobody. */
export const HeldTray = () => {
  const waiting = heldLines.value;
  const { busy, fault, run } = useSending();
  if (!maySteer.value) return null;
  const decide = (id: string, allow: boolean) => void run(() => settle(id, allow));
  return (
    <section class="held-tray" aria-label="Lines that wait for you" data-testid="held-tray">
      <p role="status">{waiting.length === 0 ? "" : `${countWords(waiting.length)} for you to look at.`}</p>
      <ul>
        {waiting.map(({ id, name, text }) => (
          <li key={id}>
            <p>
              <strong>{name}</strong> {text}
            </p>
            <div class="actions">
              <button
                class="small"
                aria-label={`Allow the line of ${name}`}
                aria-disabled={busy}
                data-testid="allow-held"
                onClick={() => decide(id, true)}
              >
                Allow
              </button>
              <button
                class="small"
                aria-label={`Refuse the line of ${name}`}
                aria-disabled={busy}
                data-testid="refuse-held"
                onClick={() => decide(id, false)}
              >
                Refuse
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

export const countWords = (count: number): string => (count === 1 ? "1 line waits" : `${count} lines wait`);
