import type { ComponentType } from "preact";
import { useEffect, useState } from "preact/hooks";
import { Brand } from "./home/brand.tsx";

/** A page whose script is fetched when it is first shown. */
export const lazily = <Props extends object>(load: () => Promise<ComponentType<Props>>): ComponentType<Props> => {
  let loaded: ComponentType<Props> | undefined;
  return (props) => {
    const [Page, setPage] = useState(() => loaded);
    const [failed, setFailed] = useState(false);
    useEffect(() => {
      if (Page !== undefined) return;
      const show = (page: ComponentType<Props>): void => {
        loaded = page;
        setPage(() => page);
      };
      load().then(show, () => setFailed(true));
    }, []);
    if (Page !== undefined) return <Page {...props} />;
    return failed ? <NotLoaded /> : <main class="waiting">One moment…</main>;
  };
};

/** The server is away, or has a newer portal, which has other scripts. */
const NotLoaded = () => (
  <div class="narrow">
    <header>
      <Brand />
    </header>
    <main class="card">
      <h1>This page could not be loaded</h1>
      <p role="alert">Perhaps there is no connection, or this server has just been renewed.</p>
      <div class="actions">
        <button class="primary" onClick={() => location.reload()}>
          Load it again
        </button>
      </div>
    </main>
  </div>
);
