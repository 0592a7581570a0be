import { useEffect, useState } from "preact/hooks";
import { sentence } from "../codes-text.ts";
import { Brand } from "../home/brand.tsx";
import { loadMyPacks, myPacks } from "../questions/my-packs.ts";
import { refusalCode } from "../refusal.ts";
import { ImportPack } from "./import-pack.tsx";
import { MakePack } from "./make-pack.tsx";
import { NewPack } from "./new-pack.tsx";
import { PackRow } from "./pack-row.tsx";

/** My packs, and the ways to more of them. */
export const PacksPage = () => {
  const [fault, setFault] = useState("");
  const [word, setWord] = useState("");
  const load = () => loadMyPacks().catch((error: unknown) => setFault(sentence(refusalCode(error) ?? "offline")));
  useEffect(() => {
    document.title = "Question packs · Parlor";
    void load();
  }, []);
  const packs = myPacks.value;
  const changed = (words: string) => {
    setWord(words);
    return load();
  };
  return (
    <div class="home packs-page">
      <header class="top">
        <Brand />
      </header>
      <main>
        <section class="card my-packs" aria-labelledby="my-packs">
          <h1 id="my-packs">Your question packs</h1>
          <p class="muted">A pack is a list of questions that you keep, play and share.</p>
          <p role="status" class="done">
            {word}
          </p>
          <p class="fault" role="alert">
            {packs === undefined ? fault : ""}
          </p>
          {packs === undefined && fault === "" && <p class="muted">Looking for them…</p>}
          {packs?.length === 0 && <p>You have none yet. Begin one, have one made, or bring a file.</p>}
          <ul class="pack-list" data-testid="packs">
            {packs?.map((pack) => (
              <PackRow key={pack.id} pack={pack} onChanged={changed} />
            ))}
          </ul>
        </section>
        <div class="stack">
          <NewPack />
          <MakePack />
          <ImportPack />
        </div>
      </main>
    </div>
  );
};
