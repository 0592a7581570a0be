import { useEffect, useRef } from "preact/hooks";
import { useSending } from "../account/sending.ts";
import { Brand } from "../home/brand.tsx";
import { follow } from "../route.ts";
import { type Me, signOut } from "../session.ts";
import { parts } from "../text/parts.tsx";
import { sayRich } from "../text/rich.ts";
import { say } from "../text/say.ts";
import { post } from "./api.ts";
import { liveState, overview } from "./live.ts";
import { adminPath, type SectionId, sections } from "./sections.ts";
import { roleWords } from "./words.ts";

/** The sections, and whether the page is live. */
export const Nav = ({ section }: { readonly section: SectionId }) => {
  const nav = useRef<HTMLElement>(null);
  useEffect(() => {
    // On a phone the sections are one line that is pushed along.
    nav.current?.querySelector("[aria-current]")?.scrollIntoView({ block: "nearest", inline: "center" });
  }, [section]);
  return (
    <header class="side">
      <div class="side-inner">
        <div class="side-head">
          <Brand />
          <span class="tag">{say("admin:staff.tag")}</span>
          <Live />
        </div>
        <nav aria-label={say("admin:section.all")} ref={nav}>
          <ul>
            {sections.map(({ id, key }) => (
              <li key={id}>
                <a
                  href={adminPath(id)}
                  onClick={follow}
                  aria-current={id === section ? "page" : undefined}
                  data-testid={`to-${id}`}
                >
                  <span>{say(`admin:section.${id}`)}</span>
                  {id === "queue" ? <Open /> : id === "lobbies" ? <Running /> : null}
                  <kbd aria-hidden="true">g {key}</kbd>
                </a>
              </li>
            ))}
          </ul>
        </nav>
      </div>
    </header>
  );
};

type FootProps = { readonly me: Me; readonly onKeys: () => void };

/** The other tools, and who is signed in. */
export const Foot = ({ me, onKeys }: FootProps) => (
  <footer class="staff-foot">
    <Tools isAdmin={me.role === "admin"} />
    <div class="signed-in">
      <p>
        <strong>{me.name}</strong> <span class="muted">{roleWords(me.role)}</span>
      </p>
      <p class="row">
        <button class="quiet small" onClick={onKeys}>
          {say("admin:nav.keys")}
        </button>
        <button class="quiet small" data-testid="sign-out" onClick={() => void signOut()}>
          {say("admin:nav.signOut")}
        </button>
      </p>
    </div>
  </footer>
);

const Open = () => {
  const open = overview.value?.open ?? 0;
  return open === 0 ? null : (
    <span class="count is-open" data-testid="open-count">
      {sayRich("admin:nav.open", { count: open }, parts)}
    </span>
  );
};

const Running = () => {
  const running = overview.value?.lobbies.length ?? 0;
  return running === 0 ? null : <span class="count">{sayRich("admin:nav.running", { count: running }, parts)}</span>;
};

const states = {
  joining: "admin:live.joining",
  open: "admin:live.open",
  lost: "admin:live.lost",
  out: "admin:live.lost",
} as const;

const Live = () => (
  <span class="live" data-state={liveState.value} data-testid="live">
    {say(states[liveState.value])}
  </span>
);

/** Colyseus' own tools take a session of their own, as a page can't show a token. */
const Tools = ({ isAdmin }: { readonly isAdmin: boolean }) => {
  const { busy, fault, run } = useSending({ not_found: say("admin:nav.absent") });
  const open = (path: string) =>
    run(async () => {
      await post("session");
      window.open(path, "_blank", "noopener");
    });
  return (
    <div class="tools">
      <button class="quiet small" aria-disabled={busy} onClick={() => void open("/admin/monitor")}>
        {say("admin:nav.monitor")} ↗
      </button>
      {isAdmin && (
        <button class="quiet small" aria-disabled={busy} onClick={() => void open("/admin/playground")}>
          {say("admin:nav.playground")} ↗
        </button>
      )}
      <p class="fault" role="alert">
        {fault}
      </p>
    </div>
  );
};
