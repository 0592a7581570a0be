import { say } from "../text/say.ts";

const longest = 500;

type Props = {
  /** Tells the fields of several forms apart. */
  readonly id: string;
  readonly start?: string;
};

/** Asks in words what the bots should be like: field `prompt`. */
export const CompanyField = ({ id, start = "" }: Props) => (
  <div class="field">
    <label class="for-ears" for={`${id}-prompt`}>
      {say("host:bots.company")}
    </label>
    <textarea
      key={start}
      id={`${id}-prompt`}
      name="prompt"
      rows={3}
      maxLength={longest}
      defaultValue={start}
      placeholder={say("host:bots.companyExample")}
      aria-describedby={`${id}-prompt-hint`}
    />
    <p id={`${id}-prompt-hint`} class="muted hint">
      {say("host:bots.companyHint")}
    </p>
  </div>
);
