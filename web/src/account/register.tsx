import { formOf, formSecret, formText } from "../home/form-text.ts";
import { register } from "../session.ts";
import { Field, NewPasswordField } from "./field.tsx";
import { useSending } from "./sending.ts";

const words = { malformed: "This e-mail address or password can't be used here." };

/** Makes an account. `guest` is the name of who is signed in without one: they stay who they are. */
export const Register = ({ guest }: { readonly guest?: string }) => {
  const { busy, fault, run } = useSending(words);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const typed = formOf(event);
    const name = guest ?? formText(typed, "name");
    void run(() => register(formText(typed, "email"), formSecret(typed, "password"), name));
  };
  return (
    <form class="account-form" onSubmit={submit}>
      {guest === undefined ? (
        <Field
          id="register-name"
          name="name"
          label="Your name"
          autocomplete="nickname"
          maxLength={24}
          required
          hint="How others see you."
        />
      ) : (
        <p>
          You stay <strong>{guest}</strong> and keep your seats and points, on any device.
        </p>
      )}
      <Field
        id="register-email"
        name="email"
        label="E-mail"
        type="email"
        autocomplete="email"
        maxLength={200}
        required
        hint="Nobody sees it. It is for signing in, and for a new password."
      />
      <NewPasswordField id="register-password" label="Password" />
      <div class="actions">
        <button class="primary" data-testid="register" aria-disabled={busy}>
          {busy ? "Making it…" : "Make the account"}
        </button>
      </div>
      <p class="fault" role="alert">
        {fault}
      </p>
    </form>
  );
};
