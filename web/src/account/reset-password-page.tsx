import { useEffect, useState } from "preact/hooks";
import { Brand } from "../home/brand.tsx";
import { formOf, formSecret } from "../home/form-text.ts";
import { follow } from "../route.ts";
import { client, me, signOut } from "../session.ts";
import { say } from "../text/say.ts";
import { openEmailSignIn } from "./account-doors.tsx";
import { NewPasswordField } from "./field.tsx";
import { useSending } from "./sending.ts";

/** Takes the token out of the address, where the history, or whoever looks over the shoulder, would keep it. */
const takeToken = (): string => {
  const token = location.hash.slice(1);
  if (token !== "") history.replaceState(history.state, "", location.pathname);
  return token;
};

/** Where the link in the mail leads: a new password is chosen here. */
export const ResetPasswordPage = () => {
  const [token, setToken] = useState(takeToken);
  const [done, setDone] = useState(false);
  const title = `${say("people:reset.page")} · Parlor`;
  useEffect(() => {
    document.title = title;
  }, [title]);
  useEffect(() => {
    // Another link opened in this tab changes only the part behind the `#`.
    const onHash = () => {
      setToken(takeToken());
      setDone(false);
    };
    addEventListener("hashchange", onHash);
    return () => removeEventListener("hashchange", onHash);
  }, []);
  return (
    <div class="narrow">
      <header>
        <Brand />
      </header>
      <main class="card">
        <h1>{say("people:reset.title")}</h1>
        {done ? (
          <Done />
        ) : token === "" ? (
          <NoToken />
        ) : (
          <Choose key={token} token={token} onDone={() => setDone(true)} />
        )}
      </main>
    </div>
  );
};

const Choose = ({ token, onDone }: { readonly token: string; readonly onDone: () => void }) => {
  const { busy, fault, run } = useSending({ malformed: say("people:reset.refused") });
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    const body = { token, password: formSecret(formOf(event), "password") };
    if (!(await run(() => client.http.post("/auth/reset-password", { body })))) return;
    // The old sign-ins of the account have just ended; a guest's has not.
    if (me.value?.anonymous === false) await signOut();
    onDone();
  };
  return (
    <form class="account-form" onSubmit={(event) => void submit(event)}>
      <NewPasswordField id="new-password" label={say("people:reset.page")} />
      <div class="actions">
        <button class="primary" data-testid="set-password" aria-disabled={busy}>
          {say("people:reset.do")}
        </button>
        <ToSignIn />
      </div>
      <p class="fault" role="alert">
        {fault}
      </p>
    </form>
  );
};

const Done = () => (
  <>
    <p role="status">{say("people:reset.done")}</p>
    <div class="actions">
      <ToSignIn primary />
    </div>
  </>
);

const NoToken = () => (
  <>
    <p role="alert">{say("people:reset.noToken")}</p>
    <div class="actions">
      <ToSignIn primary />
    </div>
  </>
);

const ToSignIn = ({ primary = false }: { readonly primary?: boolean }) => {
  const onClick = (event: MouseEvent) => {
    openEmailSignIn();
    follow(event);
  };
  return (
    <a class={primary ? "button primary" : "button quiet"} href="/" onClick={onClick}>
      {say("people:reset.toSignIn")}
    </a>
  );
};
