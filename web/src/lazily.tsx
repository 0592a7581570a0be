import type { ComponentType } from "preact";
import { useEffect, useState } from "preact/hooks";
import { Brand } from "./home/brand.tsx";
import type { Part } from "./text/catalogues.ts";
import { need, say } from "./text/say.ts";

/** A page whose script is fetched when it is first shown, and with it the texts that it says. */
export const lazily = <Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  ...parts: readonly Part[]
): ComponentType<Props> => {
  let loaded: ComponentType<Props> | undefined;
  return (props) => {
    const [Page, setPage] = useState(() => loaded);
    const [failed, setFailed] = useState(false);
    useEffect(() => {
      if (Page !== undefined) return;
      const show = ([page]: readonly [ComponentType<Props>, unknown]): void => {
        loaded = page;
        setPage(() => page);
      };
      Promise.all([load(), Promise.all(parts.map(need))]).then(show, () => setFailed(true));
    }, []);
    if (Page !== undefined) return <Page {...props} />;
    return failed ? <NotLoaded /> : <main class="waiting">{say("play:page.moment")}</main>;
  };
};

/** The server is away, or has a newer portal, which has other scripts. */
const NotLoaded = () => (
  <div class="narrow">
    <header>
      <Brand />
    </header>
    <main class="card">
      <h1>{say("play:page.notLoaded")}</h1>
      <p role="alert">{say("play:page.perhaps")}</p>
      <div class="actions">
        <button class="primary" onClick={() => location.reload()}>
          {say("play:page.loadAgain")}
        </button>
      </div>
    </main>
  </div>
);
