import { useEffect, useRef, useState } from "preact/hooks";
import { AccountDoors } from "../account/account-doors.tsx";
import { sentence } from "../codes-text.ts";
import { PrivacyNote } from "../conduct/privacy-note.tsx";
import { refusalCode } from "../refusal.ts";
import { go, readCode } from "../route.ts";
import { me, signIn } from "../session.ts";
import { CodeInput, faultOf } from "./code-input.tsx";
import { formOf, formText } from "./form-text.ts";
import { keepName, lastName } from "./last-name.ts";
import { lookAt } from "./lobby-door.ts";
import { sayRich } from "../text/rich.ts";
import { say } from "../text/say.ts";

type Props = {
  readonly heading: string;
  /** Into which lobby it leads; without one, a code may be typed here. */
  readonly code?: string;
  /** Why it is asked for again; "" for the first time. */
  readonly why?: string;
};

type Faults = { readonly name: string; readonly code: string };
const noFaults: Faults = { name: "", code: "" };

/** Asks for a name; nothing more is needed to play. Who has an account, or wants one, finds the way below. */
export const SignIn = ({ heading, code = "", why = "" }: Props) => {
  const input = useRef<HTMLInputElement>(null);
  const [faults, setFaults] = useState(noFaults);
  const [busy, setBusy] = useState(false);
  useEffect(() => input.current?.focus({ preventScroll: true }), []);
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    const form = formOf(event);
    const [name, typed] = [formText(form, "name"), readCode(formText(form, "join-code"))];
    if (busy) return;
    setBusy(true);
    setFaults(noFaults);
    const found = await enter(name, typed);
    if (found === undefined) return;
    setBusy(false);
    setFaults(found);
    if (found.name !== "") input.current?.select();
  };
  return (
    <div class="card sign-in">
      <h2>{heading}</h2>
      {why !== "" && (
        <p class="why" role="status">
          {why}
        </p>
      )}
      <form onSubmit={(event) => void submit(event)}>
        <label for="name">{say("play:sign.name")}</label>
        <div class="field-row">
          <input
            id="name"
            name="name"
            ref={input}
            data-testid="name-input"
            autocomplete="nickname"
            enterkeyhint="go"
            maxLength={24}
            defaultValue={lastName()}
            placeholder={say("play:sign.nameHint")}
            aria-describedby="name-fault name-hint"
          />
          <button class="primary" data-testid="sign-in" aria-disabled={busy}>
            {say(code === "" ? "play:sign.continue" : "play:sign.join")}
          </button>
        </div>
        <p id="name-fault" class="fault" role="alert">
          {faults.name}
        </p>
        <p id="name-hint" class="hint muted">
          {say("play:sign.empty")}
        </p>
        {code === "" && (
          <div class="field">
            <label for="join-code">
              {sayRich("play:sign.code", {}, { soft: (words) => <span class="muted">{words}</span> })}
            </label>
            <CodeInput id="join-code" testId="join-code" />
            <p id="join-code-fault" class="fault" role="alert">
              {faults.code}
            </p>
          </div>
        )}
      </form>
      <AccountDoors />
      <PrivacyNote />
    </div>
  );
};

/** Signs in, and goes to the lobby of a code that was typed. Answers with what stands against it. */
const enter = async (name: string, code: string): Promise<Faults | undefined> => {
  if (code !== "") {
    const wrong = faultOf(code);
    if (wrong !== "") return { ...noFaults, code: wrong };
    if ((await lookAt(code)) === "lobby_not_found") return { ...noFaults, code: sentence("lobby_not_found") };
  }
  try {
    await signIn(name);
  } catch (error) {
    return { ...noFaults, name: sentence(refusalCode(error) ?? "offline") };
  }
  keepName(me.value?.name ?? name);
  if (code !== "") go(`/l/${code}`);
  return undefined;
};
