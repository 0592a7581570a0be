import type { ComponentChildren } from "preact";
import { useSending } from "../account/sending.ts";
import { ask, order } from "../actions.ts";
import { formOf, formText } from "../home/form-text.ts";
import { lobby, seat } from "../store.ts";
import type { Target } from "./target.tsx";
import { lengthWords } from "./words.ts";

type Props = { readonly target: Target; readonly onClose: () => void };

const hour = 60;
const day = 24 * hour;
const muteLengths = [5, 10, 30, hour, day];
const banLengths = [hour, day, 7 * day, 30 * day, 365 * day];
const longestReason = 200;

/** Has somebody be silent for a while. */
export const MuteForm = ({ target: { player, name }, onClose }: Props) => (
  <HandForm
    act="Mute"
    onClose={onClose}
    onSure={({ minutes, reason }) => order("mute", { player, minutes, reason })}
    hint={`${name} reads this.`}
  >
    <p>{name} plays on, and can write again when the time is over.</p>
    <Lengths lengths={muteLengths} usual={10} />
  </HandForm>
);

/** Puts somebody out, who may come back. */
export const KickForm = ({ target: { player, name, kind }, onClose }: Props) =>
  kind === "bot" ? (
    <>
      <p>{name} leaves, and no bot comes in its place.</p>
      <div class="actions">
        <button class="primary" data-testid="sure" onClick={() => void ask("kick", { player }).then(onClose)}>
          Send out
        </button>
        <button onClick={onClose}>Cancel</button>
      </div>
    </>
  ) : (
    <HandForm
      act="Send out"
      onClose={onClose}
      onSure={({ reason }) => order("kick", { player, reason })}
      // Only what the staff do in somebody else's lobby is written down.
      {...(isOwn() ? {} : { hint: "Kept in the audit log." })}
    >
      <p>{name} loses the seat now, and may come back at once.</p>
    </HandForm>
  );

/** Keeps somebody out for a while. */
export const BanForm = ({ target: { player, name }, onClose }: Props) => (
  <HandForm
    act="Ban"
    onClose={onClose}
    onSure={({ minutes, reason }) => order("kick", { player, ban: true, minutes, reason })}
    hint={`${name} reads this, and may appeal once.`}
  >
    <p>
      {name} is out at once, and stays out of {isOwn() ? "all your lobbies" : "this lobby"}, under another name in the
      same browser, too.
    </p>
    <Lengths lengths={banLengths} usual={day} />
  </HandForm>
);

const isOwn = (): boolean => lobby.value?.ownerId === seat.value;

type FormProps = {
  readonly act: string;
  /** Who reads the reason; without it none is asked for. */
  readonly hint?: string;
  readonly children: ComponentChildren;
  readonly onSure: (typed: { readonly minutes: number; readonly reason: string }) => Promise<unknown>;
  readonly onClose: () => void;
};

const HandForm = ({ act, hint, children, onSure, onClose }: FormProps) => {
  const { busy, fault, run } = useSending();
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    const form = formOf(event);
    const typed = { minutes: Number(form.get("minutes")), reason: formText(form, "reason") };
    if (await run(() => onSure(typed))) onClose();
  };
  return (
    <form onSubmit={(event) => void submit(event)}>
      {children}
      {hint !== undefined && (
        <div class="field">
          <label for="hand-reason">Why (may be left out)</label>
          <input
            id="hand-reason"
            name="reason"
            maxLength={longestReason}
            autocomplete="off"
            aria-describedby="hand-reason-hint"
          />
          <p id="hand-reason-hint" class="muted hint">
            {hint}
          </p>
        </div>
      )}
      <p class="fault" role="alert">
        {fault}
      </p>
      <div class="actions">
        <button class="primary" data-testid="sure" aria-disabled={busy}>
          {busy ? "One moment…" : act}
        </button>
        <button type="button" onClick={onClose}>
          Cancel
        </button>
      </div>
    </form>
  );
};

const Lengths = ({ lengths, usual }: { readonly lengths: readonly number[]; readonly usual: number }) => (
  <div class="field">
    <label for="hand-minutes">For how long</label>
    <select id="hand-minutes" name="minutes" defaultValue={String(usual)}>
      {lengths.map((minutes) => (
        <option key={minutes} value={minutes} selected={minutes === usual}>
          {lengthWords(minutes)}
        </option>
      ))}
    </select>
  </div>
);
