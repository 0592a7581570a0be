import { formOf, formSecret } from "../home/form-text.ts";
import { client, type Me, signOut } from "../session.ts";
import { SureButton } from "../sure-button.tsx";
import { say } from "../text/say.ts";
import { Field } from "./field.tsx";
import { useSending } from "./sending.ts";

/** All that is kept of who is signed in: as a file, or gone for good. */
export const OwnData = ({ who: { anonymous } }: { readonly who: Me }) => {
  const { busy, fault, run } = useSending({
    wrong_credentials: say("people:data.wrongPassword"),
    too_fast: say("people:data.tooFast"),
  });
  const erase = (work: () => Promise<unknown>) => void run(() => work().then(signOut));
  return (
    <div class="own-data">
      <p>{say("people:data.about")}</p>
      <button class="small" data-testid="export-me" aria-disabled={busy} onClick={() => void run(save)}>
        {say("people:data.save")}
      </button>
      <p>{say("people:data.orErase")}</p>
      {anonymous ? (
        <SureButton
          sure={say("people:data.eraseSure")}
          busy={busy}
          testId="erase-me"
          onSure={() => erase(() => client.http.post("/api/me/delete"))}
        >
          {say("people:data.erase")}
        </SureButton>
      ) : (
        <EraseAccount
          busy={busy}
          onErase={(password) => erase(() => client.http.post("/auth/delete-account", { body: { password } }))}
        />
      )}
      <p class="fault" role="alert">
        {fault}
      </p>
    </div>
  );
};

type Props = { readonly busy: boolean; readonly onErase: (password: string) => void };

const EraseAccount = ({ busy, onErase }: Props) => {
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    onErase(formSecret(formOf(event), "password"));
  };
  return (
    <form class="account-form" onSubmit={submit}>
      <Field
        id="erase-password"
        name="password"
        label={say("people:data.password")}
        type="password"
        autocomplete="current-password"
        maxLength={200}
        required
      />
      <button class="small" data-testid="erase-me" aria-disabled={busy}>
        {say("people:data.eraseAccount")}
      </button>
    </form>
  );
};

/** Fetches the file, as a plain link could not say who asks, and has the browser keep it. */
const save = async (): Promise<void> => {
  const headers = { authorization: `Bearer ${client.auth.token}` };
  const response = await fetch("/api/me/export", { headers });
  if (!response.ok) throw Object.assign(new Error("refused"), { data: await response.json().catch(() => undefined) });
  const link = document.createElement("a");
  link.href = URL.createObjectURL(await response.blob());
  link.download = "parlor-my-data.json";
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
};
