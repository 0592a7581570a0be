import { useState } from "preact/hooks";
import { formOf, formText } from "./form-text.ts";
import { go, readCode } from "../route.ts";

const codeLength = 5;

/** Takes a code in any case and with spaces, or a whole link. */
export const EnterCode = () => {
  const [fault, setFault] = useState("");
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const code = readCode(formText(formOf(event), "code"));
    if (code.length === codeLength) go(`/l/${code}`);
    else setFault(`A code has ${codeLength} letters and digits.`);
  };
  return (
    <form class="card" onSubmit={submit}>
      <h2>
        <label for="code">Join with a code</label>
      </h2>
      <div class="field-row">
        <input
          id="code"
          name="code"
          class="code-input"
          data-testid="code-input"
          autocomplete="off"
          autocapitalize="characters"
          spellcheck={false}
          required
          placeholder="ABC23"
          aria-describedby="code-fault"
        />
        <button class="primary" data-testid="enter">
          Enter
        </button>
      </div>
      <p id="code-fault" class="fault" role="alert">
        {fault}
      </p>
    </form>
  );
};
