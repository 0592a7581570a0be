import { formOf, formSecret, formText } from "../home/form-text.ts";
import { register } from "../session.ts";
import { sayRich } from "../text/rich.ts";
import { say } from "../text/say.ts";
import { Field, NewPasswordField } from "./field.tsx";
import { useSending } from "./sending.ts";

/** Makes an account. `guest` is the name of who is signed in without one: they stay who they are. */
export const Register = ({ guest }: { readonly guest?: string }) => {
  const { busy, fault, run } = useSending({ malformed: say("people:register.refused") });
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
          label={say("people:register.name")}
          autocomplete="nickname"
          maxLength={24}
          required
          hint={say("people:register.nameHint")}
        />
      ) : (
        <p>{sayRich("people:register.stay", { name: guest }, { b: (name) => <strong>{name}</strong> })}</p>
      )}
      <Field
        id="register-email"
        name="email"
        label={say("people:signIn.email")}
        type="email"
        autocomplete="email"
        maxLength={200}
        required
        hint={say("people:register.emailHint")}
      />
      <NewPasswordField id="register-password" label={say("people:signIn.password")} />
      <div class="actions">
        <button class="primary" data-testid="register" aria-disabled={busy}>
          {busy ? say("people:register.doing") : say("people:register.do")}
        </button>
      </div>
      <p class="fault" role="alert">
        {fault}
      </p>
    </form>
  );
};
