import type { ComponentType } from "preact";
import { useEffect, useState } from "preact/hooks";

type State<Props> = { readonly Part?: ComponentType<Props>; readonly failed: boolean };

/** A part of a page whose script is fetched when it is first shown; until then nothing is. */
export const lazyPart = <Props extends object>(load: () => Promise<ComponentType<Props>>): ComponentType<Props> => {
  let loaded: ComponentType<Props> | undefined;
  return (props) => {
    const [{ Part = loaded, failed }, set] = useState<State<Props>>({ failed: false });
    useEffect(() => {
      if (Part !== undefined) return;
      load().then(
        (part) => set({ Part: (loaded = part), failed: false }),
        () => set({ failed: true }),
      );
    }, []);
    if (Part !== undefined) return <Part {...props} />;
    return failed ? <p role="alert">This could not be loaded. Load the page again.</p> : null;
  };
};
