import type { ComponentChildren } from "preact";
import { useSending } from "../account/sending.ts";
import { ask, order } from "../actions.ts";
import { formOf, formText } from "../home/form-text.ts";
import { lobby, seat } from "../store.ts";
import { say } from "../text/say.ts";
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
    act={say("conduct:hand.mute")}
    onClose={onClose}
    onSure={({ minutes, reason }) => order("mute", { player, minutes, reason })}
    hint={say("conduct:hand.reads", { name })}
  >
    <p>{say("conduct:hand.muteAbout", { name })}</p>
    <Lengths lengths={muteLengths} usual={10} />
  </HandForm>
);

/** Puts somebody out, who may come back. */
export const KickForm = ({ target: { player, name, kind }, onClose }: Props) =>
  kind === "bot" ? (
    <>
      <p>{say("conduct:hand.kickBot", { name })}</p>
      <div class="actions">
        <button class="primary" data-testid="sure" onClick={() => void ask("kick", { player }).then(onClose)}>
          {say("conduct:hand.kick")}
        </button>
        <button onClick={onClose}>{say("conduct:cancel")}</button>
      </div>
    </>
  ) : (
    <HandForm
      act={say("conduct:hand.kick")}
      onClose={onClose}
      onSure={({ reason }) => order("kick", { player, reason })}
      // Only what the staff do in somebody else's lobby is written down.
      {...(isOwn() ? {} : { hint: say("conduct:hand.audit") })}
    >
      <p>{say("conduct:hand.kickAbout", { name })}</p>
    </HandForm>
  );

/** Keeps somebody out for a while. */
export const BanForm = ({ target: { player, name }, onClose }: Props) => (
  <HandForm
    act={say("conduct:hand.ban")}
    onClose={onClose}
    onSure={({ minutes, reason }) => order("kick", { player, ban: true, minutes, reason })}
    hint={say("conduct:hand.readsAppeal", { name })}
  >
    <p>{say(isOwn() ? "conduct:hand.banOwn" : "conduct:hand.banThis", { name })}</p>
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
          <label for="hand-reason">{say("conduct:hand.why")}</label>
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
          {busy ? say("play:page.moment") : act}
        </button>
        <button type="button" onClick={onClose}>
          {say("conduct:cancel")}
        </button>
      </div>
    </form>
  );
};

const Lengths = ({ lengths, usual }: { readonly lengths: readonly number[]; readonly usual: number }) => (
  <div class="field">
    <label for="hand-minutes">{say("conduct:hand.howLong")}</label>
    <select id="hand-minutes" name="minutes" defaultValue={String(usual)}>
      {lengths.map((minutes) => (
        <option key={minutes} value={minutes} selected={minutes === usual}>
          {lengthWords(minutes)}
        </option>
      ))}
    </select>
  </div>
);
