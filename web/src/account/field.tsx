import type { InputHTMLAttributes } from "preact";
import { say } from "../text/say.ts";

type Props = Pick<
  InputHTMLAttributes,
  "autocomplete" | "autocapitalize" | "inputMode" | "maxLength" | "minLength" | "required" | "spellcheck"
> & {
  readonly id: string;
  readonly name: string;
  readonly label: string;
  readonly type?: "text" | "email" | "password";
  readonly hint?: string;
};

/** A labelled field of a form, perhaps with a word about what it takes. */
export const Field = ({ id, label, type = "text", hint, ...rest }: Props) => {
  const describedBy = hint === undefined ? undefined : `${id}-hint`;
  // Preact's types want to know the one type of an input, not the three that it may have.
  const input = { ...rest, id, type, "aria-describedby": describedBy } as InputHTMLAttributes;
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <input {...input} data-testid={id} />
      {hint !== undefined && (
        <p id={`${id}-hint`} class="muted hint">
          {hint}
        </p>
      )}
    </div>
  );
};

/** Asks for a new password, within the bounds that the server sets. */
export const NewPasswordField = ({ id, label }: { readonly id: string; readonly label: string }) => (
  <Field
    id={id}
    name="password"
    label={label}
    type="password"
    autocomplete="new-password"
    minLength={8}
    maxLength={200}
    required
    hint={say("people:password.hint")}
  />
);
