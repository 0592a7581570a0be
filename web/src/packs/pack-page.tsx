import { useEffect, useState } from "preact/hooks";
import { sentence } from "../codes-text.ts";
import { Brand } from "../home/brand.tsx";
import { Waiting } from "../lobby/lobby-page.tsx";
import { refusalCode } from "../refusal.ts";
import { follow, go } from "../route.ts";
import { client, type Me } from "../session.ts";
import { SureButton } from "../sure-button.tsx";
import { useSending } from "../account/sending.ts";
import { language, say } from "../text/say.ts";
import { arrival, goToPack } from "./arrival.ts";
import { DetailsForm } from "./details-form.tsx";
import { Editor } from "./editor.tsx";
import { ExportButtons } from "./export-buttons.tsx";
import { loadPack, pack } from "./open-pack.ts";
import type { Pack } from "./pack.ts";
import { PlayButton } from "./play-button.tsx";
import { ReadOnly } from "./read-only.tsx";
import { Share } from "./share.tsx";
import { useLeavingGuard } from "./unsaved.ts";
import { packWords } from "./words.ts";

/** Where both columns fit, nothing need be folded. */
const wide = "(min-width: 56.25rem)";

/** One pack: to be changed by whoever made it, and to be seen, copied and played by those it is shared with. */
export const PackPage = ({ id, me }: { readonly id: string; readonly me: Me }) => {
  const [fault, setFault] = useState("");
  useLeavingGuard();
  useEffect(() => {
    pack.value = undefined;
    loadPack(id).catch((error: unknown) => {
      const code = refusalCode(error) ?? "offline";
      setFault(packWords()[code] ?? sentence(code));
    });
    return () => {
      pack.value = undefined;
      arrival.value = undefined;
    };
  }, [id]);
  const opened = pack.value;
  useEffect(() => {
    document.title = `${opened?.title ?? say("host:pack.some")} · Parlor`;
  }, [opened?.title, language.value]);
  if (opened === undefined) return fault === "" ? <Waiting words={say("host:pack.opening")} /> : <Closed why={fault} />;
  const mayChange = opened.owner === me.id || me.role === "admin";
  return (
    <div class="home pack-page">
      <header class="top">
        <Brand />
        <a class="button quiet" href="/packs" onClick={follow}>
          {say("host:pack.all")}
        </a>
      </header>
      <main>
        <Head opened={opened} isMine={opened.owner === me.id} />
        <details class="settings unfold" open={matchMedia(wide).matches}>
          <summary>{mayChange ? say("host:pack.settings") : say("host:pack.files")}</summary>
          <div class="stack">
            {mayChange && <DetailsForm opened={opened} />}
            {mayChange && <Share opened={opened} />}
            <ExportButtons opened={opened} />
            {mayChange && <Delete opened={opened} />}
          </div>
        </details>
        {mayChange ? <Editor opened={opened} /> : <ReadOnly opened={opened} />}
      </main>
    </div>
  );
};

const Head = ({ opened, isMine }: { readonly opened: Pack; readonly isMine: boolean }) => {
  const { id, title, description, size } = opened;
  const { busy, fault, run } = useSending(packWords());
  const copy = () =>
    run(async () => {
      const { data } = await client.http.post(`/api/packs/${id}/copy`);
      goToPack((data as Pack).id, say("host:pack.ownCopy"));
    });
  return (
    <div class="pack-head">
      <h1 data-testid="pack-title">{title}</h1>
      {description !== "" && <p class="description">{description}</p>}
      <p class="muted">
        {isMine ? say("host:packs.count", { count: size }) : say("host:packs.countWithYou", { count: size })}
      </p>
      <p role="status" class="done">
        {arrival.value?.pack === id ? arrival.value.words : ""}
      </p>
      <div class="actions">
        <PlayButton opened={opened} />
        {!isMine && (
          <button data-testid="copy-pack" aria-disabled={busy} onClick={() => void copy()}>
            {say("host:pack.copyToMine")}
          </button>
        )}
      </div>
      <p class="fault" role="alert">
        {fault}
      </p>
    </div>
  );
};

const Delete = ({ opened: { id } }: { readonly opened: Pack }) => {
  const { busy, fault, run } = useSending(packWords());
  const remove = () =>
    run(async () => {
      await client.http.delete(`/api/packs/${id}`);
      go("/packs");
    });
  return (
    <section class="card">
      <SureButton sure={say("host:pack.reallyDelete")} busy={busy} onSure={() => void remove()}>
        {say("host:pack.delete")}
      </SureButton>
      <p class="fault" role="alert">
        {fault}
      </p>
    </section>
  );
};

const Closed = ({ why }: { readonly why: string }) => (
  <div class="narrow">
    <header>
      <Brand />
    </header>
    <main class="card">
      <h1>{say("host:pack.closed")}</h1>
      <p role="alert">{why}</p>
      <div class="actions">
        <a class="button" href="/packs" onClick={follow}>
          {say("host:pack.yours")}
        </a>
      </div>
    </main>
  </div>
);
