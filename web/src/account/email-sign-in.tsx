import { useRef, useState } from "preact/hooks";
import { formOf, formSecret, formText } from "../home/form-text.ts";
import { client, signInWithEmail } from "../session.ts";
import { say } from "../text/say.ts";
import { Field } from "./field.tsx";
import { useSending } from "./sending.ts";

/** Signs in with an account; who has forgotten the password gets a link by mail. */
export const EmailSignIn = () => {
  const form = useRef<HTMLFormElement>(null);
  const signing = useSending();
  const resetting = useSending({
    not_available: say("people:signIn.noMail"),
    malformed: say("people:signIn.badEmail"),
  });
  const [sent, setSent] = useState(false);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const typed = formOf(event);
    resetting.setFault("");
    setSent(false);
    void signing.run(() => signInWithEmail(formText(typed, "email"), formSecret(typed, "password")));
  };
  const forgot = async () => {
    if (form.current === null) return;
    const email = formText(new FormData(form.current), "email");
    signing.setFault("");
    setSent(false);
    if (email === "") {
      resetting.setFault(say("people:signIn.emailFirst"));
      form.current.querySelector("input")?.focus();
    } else setSent(await resetting.run(() => client.auth.sendPasswordResetEmail(email)));
  };
  return (
    <form class="account-form" ref={form} onSubmit={submit}>
      {/* Not of the type `email`: the admin signs in with a mere name. */}
      <Field
        id="sign-in-email"
        name="email"
        label={say("people:signIn.email")}
        inputMode="email"
        autocomplete="username"
        autocapitalize="none"
        spellcheck={false}
        maxLength={200}
        required
      />
      <Field
        id="sign-in-password"
        name="password"
        label={say("people:signIn.password")}
        type="password"
        autocomplete="current-password"
        maxLength={200}
        required
      />
      <div class="actions">
        <button class="primary" data-testid="email-sign-in" aria-disabled={signing.busy}>
          {say("people:signIn.do")}
        </button>
        <button
          type="button"
          class="quiet"
          data-testid="forgot"
          aria-disabled={resetting.busy}
          onClick={() => void forgot()}
        >
          {say("people:signIn.forgot")}
        </button>
      </div>
      <p class="fault" role="alert">
        {signing.fault || resetting.fault}
      </p>
      <p role="status">{sent && say("people:signIn.sent")}</p>
    </form>
  );
};
