import { useState } from "preact/hooks";
import { sentence } from "../codes-text.ts";
import { refusalCode } from "../refusal.ts";

export type Sending = {
  readonly busy: boolean;
  /** Why the last try did not work; "" when it did, or there was none. */
  readonly fault: string;
  readonly setFault: (words: string) => void;
  /** Does one thing at a time; answers with whether it was done. */
  readonly run: (work: () => Promise<unknown>) => Promise<boolean>;
};

/** What a form that sends something to the server shows about it. `words` are better ones for some refusals. */
export const useSending = (words: Readonly<Record<string, string>> = {}): Sending => {
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState("");
  const run = async (work: () => Promise<unknown>): Promise<boolean> => {
    if (busy) return false;
    setBusy(true);
    setFault("");
    try {
      await work();
      return true;
    } catch (error) {
      const code = refusalCode(error) ?? "offline";
      setFault(words[code] ?? sentence(code));
      return false;
    } finally {
      setBusy(false);
    }
  };
  return { busy, fault, setFault, run };
};
