import type { RefObject } from "preact";
import { readCode } from "../route.ts";
import { say } from "../text/say.ts";

const codeLength = 5;

/** What is wrong with a code before anybody is asked about it; "" for nothing. */
export const faultOf = (code: string): string => {
  if (/[01ILO]/.test(code)) return say("play:join.noSuchLetters");
  return code.length === codeLength ? "" : say("play:join.length", { length: codeLength });
};

type Props = {
  readonly id: string;
  readonly testId: string;
  readonly at?: RefObject<HTMLInputElement | null>;
  readonly required?: boolean;
  readonly onWhole?: (code: string) => void;
};

/** Where a code is typed or pasted. A pasted link becomes its code, and a whole code need not be sent by hand. */
export const CodeInput = ({ id, testId, at, required = false, onWhole }: Props) => {
  const onPaste = (event: ClipboardEvent & { readonly currentTarget: HTMLInputElement }) => {
    const code = readCode(event.clipboardData?.getData("text") ?? "");
    if (faultOf(code) !== "") return;
    event.preventDefault();
    event.currentTarget.value = code;
    onWhole?.(code);
  };
  return (
    <input
      id={id}
      name={id}
      ref={at ?? null}
      class="code-input"
      data-testid={testId}
      autocomplete="off"
      autocapitalize="characters"
      spellcheck={false}
      enterkeyhint="go"
      required={required}
      placeholder="ABC23"
      aria-describedby={`${id}-fault`}
      onPaste={onPaste}
    />
  );
};
