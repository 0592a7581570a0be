import { useState } from "preact/hooks";
import { AccountDoors } from "../account/account-doors.tsx";
import { sentence } from "../codes-text.ts";
import { PrivacyNote } from "../conduct/privacy-note.tsx";
import { refusalCode } from "../refusal.ts";
import { signIn } from "../session.ts";
import { formOf, formText } from "./form-text.ts";

/** Asks for a name; nothing more is needed to play. Who has an account, or wants one, finds the way below. */
export const SignIn = ({ heading }: { readonly heading: string }) => {
  const [fault, setFault] = useState("");
  const [busy, setBusy] = useState(false);
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    const name = formText(formOf(event), "name");
    if (name === "" || busy) return;
    setBusy(true);
    setFault("");
    try {
      await signIn(name);
    } catch (error) {
      setFault(sentence(refusalCode(error) ?? "offline"));
      setBusy(false);
    }
  };
  return (
    <div class="card sign-in">
      <h2>{heading}</h2>
      <form onSubmit={(event) => void submit(event)}>
        <label for="name">Your name</label>
        <div class="field-row">
          <input
            id="name"
            name="name"
            data-testid="name-input"
            autocomplete="nickname"
            maxLength={24}
            required
            placeholder="How others see you"
            aria-describedby="name-fault"
          />
          <button class="primary" data-testid="sign-in" aria-disabled={busy}>
            Continue
          </button>
        </div>
        <p id="name-fault" class="fault" role="alert">
          {fault}
        </p>
      </form>
      <AccountDoors />
      <PrivacyNote />
    </div>
  );
};
