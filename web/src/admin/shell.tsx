import { useEffect, useRef, useState } from "preact/hooks";
import { AuditPage } from "./audit/audit-page.tsx";
import { HealthPage } from "./health/health-page.tsx";
import { useKeys } from "./keys.ts";
import { KeysDialog } from "./keys-dialog.tsx";
import { liveState, overview } from "./live.ts";
import { LobbiesPage } from "./lobbies/lobbies-page.tsx";
import { LobbyLook } from "./lobbies/lobby-look.tsx";
import { Foot, Nav } from "./nav.tsx";
import { PeoplePage } from "./people/people-page.tsx";
import { PersonPage } from "./people/person-page.tsx";
import { QuestionsPage } from "./questions/questions-page.tsx";
import { QueuePage } from "./queue/queue-page.tsx";
import { said } from "./saying.ts";
import { adminPath, type SectionId, sections } from "./sections.ts";
import { SettingsPage } from "./settings/settings-page.tsx";
import { UsePage } from "./use/use-page.tsx";
import { go } from "../route.ts";
import type { Me } from "../session.ts";
import { say } from "../text/say.ts";

type Props = { readonly me: Me; readonly section: SectionId; readonly id: string };

/** What stands around every section. */
export const Shell = ({ me, section, id }: Props) => {
  const main = useRef<HTMLElement>(null);
  const [asksForKeys, setAsksForKeys] = useState(false);
  useKeys({
    ...Object.fromEntries(sections.map((one) => [`g ${one.key}`, () => go(adminPath(one.id))])),
    "?": () => setAsksForKeys(true),
    "/": () => main.current?.querySelector<HTMLElement>("input[type=search]")?.focus(),
  });
  useTitle(section);
  useFocusOnMove(main.current, `${section} ${id}`);
  const skip = (event: MouseEvent) => {
    event.preventDefault();
    main.current?.focus();
  };
  return (
    <div class="admin" data-testid="admin" data-section={section}>
      <a class="skip" href="#content" onClick={skip}>
        {say("admin:shell.skip")}
      </a>
      <Nav section={section} />
      <main id="content" ref={main} tabIndex={-1}>
        <Away />
        <Section me={me} section={section} id={id} />
      </main>
      <Foot me={me} onKeys={() => setAsksForKeys(true)} />
      <p class="done-word" role="status" data-testid="said">
        {said.value}
      </p>
      <Crier />
      {asksForKeys && <KeysDialog onClose={() => setAsksForKeys(false)} />}
    </div>
  );
};

const Section = ({ me, section, id }: Props) => {
  switch (section) {
    case "lobbies":
      return id === "" ? <LobbiesPage /> : <LobbyLook key={id} code={id} />;
    case "queue":
      return <QueuePage />;
    case "people":
      return id === "" ? <PeoplePage /> : <PersonPage key={id} id={id} me={me} />;
    case "audit":
      return <AuditPage />;
    case "questions":
      return <QuestionsPage />;
    case "use":
      return <UsePage />;
    case "health":
      return <HealthPage />;
    case "settings":
      return <SettingsPage me={me} />;
  }
};

/** That the connection is lost: what stands below may be old. */
const Away = () => (
  <p class="out-of-reach" role="status" data-testid="away">
    {liveState.value === "lost" && say("admin:shell.away")}
  </p>
);

const quietMs = 30_000;

/** Says that something waits, to those who don't see the number; once in a while, however much comes in. */
const Crier = () => {
  const open = overview.value?.open ?? 0;
  const last = useRef({ open, at: 0 });
  const [words, setWords] = useState("");
  useEffect(() => {
    const { open: before, at } = last.current;
    last.current.open = open;
    if (open <= before || Date.now() - at < quietMs) return;
    last.current.at = Date.now();
    setWords(say("admin:shell.waiting", { count: open }));
  }, [open]);
  return (
    <p class="for-ears" role="status">
      {words}
    </p>
  );
};

const useTitle = (section: SectionId): void => {
  const open = overview.value?.open ?? 0;
  const values = { section: say(`admin:section.${section}`), open };
  const title = open > 0 ? say("admin:staff.pageOpen", values) : say("admin:staff.page", values);
  useEffect(() => {
    document.title = title;
  }, [title]);
};

/** Another section begins at its heading, also for those who hear the page. */
const useFocusOnMove = (main: HTMLElement | null, place: string): void => {
  const last = useRef(place);
  useEffect(() => {
    if (last.current === place) return;
    last.current = place;
    const heading = main?.querySelector<HTMLElement>("h1");
    heading?.setAttribute("tabindex", "-1");
    heading?.focus();
  }, [place]);
};
