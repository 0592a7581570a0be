import type { ComponentType } from "preact";
import { useEffect, useState } from "preact/hooks";
import type { Part as TextPart } from "../text/catalogues.ts";
import { need, say } from "../text/say.ts";

type State<Props> = { readonly Part?: ComponentType<Props>; readonly failed: boolean };

/** A part of a page whose script, and the texts that it says, are fetched when it is first shown; until then nothing is. */
export const lazyPart = <Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  ...texts: readonly TextPart[]
): ComponentType<Props> => {
  let loaded: ComponentType<Props> | undefined;
  return (props) => {
    const [{ Part = loaded, failed }, set] = useState<State<Props>>({ failed: false });
    useEffect(() => {
      if (Part !== undefined) return;
      Promise.all([load(), Promise.all(texts.map(need))]).then(
        ([part]) => set({ Part: (loaded = part), failed: false }),
        () => set({ failed: true }),
      );
    }, []);
    if (Part !== undefined) return <Part {...props} />;
    return failed ? <p role="alert">{say("conduct:part.failed")}</p> : null;
  };
};
