import { useRef, useState } from "preact/hooks";
import { sentence } from "../codes-text.ts";
import { go, readCode } from "../route.ts";
import { CodeInput, faultOf } from "./code-input.tsx";
import { lookAt } from "./lobby-door.ts";
import { say } from "../text/say.ts";

/** Takes a code in any case and with spaces, or a whole link, and goes to that lobby when there is one. */
export const EnterCode = () => {
  const input = useRef<HTMLInputElement>(null);
  const [fault, setFault] = useState("");
  const [busy, setBusy] = useState(false);
  const enter = async (typed: string) => {
    const code = readCode(typed);
    const wrong = faultOf(code);
    if (wrong !== "" || busy) return wrong === "" ? undefined : refuse(wrong);
    setBusy(true);
    setFault("");
    const isThere = (await lookAt(code)) !== "lobby_not_found";
    setBusy(false);
    if (isThere) go(`/l/${code}`);
    else refuse(sentence("lobby_not_found"));
  };
  const refuse = (words: string) => {
    setFault(words);
    input.current?.select();
  };
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    void enter(input.current?.value ?? "");
  };
  return (
    <form class="card" onSubmit={submit}>
      <h2>
        <label for="code">{say("play:join.heading")}</label>
      </h2>
      <div class="field-row">
        <CodeInput id="code" testId="code-input" at={input} required onWhole={(code) => void enter(code)} />
        <button class="primary" data-testid="enter" aria-disabled={busy}>
          {say(busy ? "play:join.looking" : "play:join.enter")}
        </button>
      </div>
      <p id="code-fault" class="fault" role="alert">
        {fault}
      </p>
    </form>
  );
};
