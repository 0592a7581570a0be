import { useEffect, useState } from "preact/hooks";
import { sentence } from "../codes-text.ts";
import { Brand } from "../home/brand.tsx";
import { loadMyPacks, myPacks } from "../questions/my-packs.ts";
import { refusalCode } from "../refusal.ts";
import { language, say } from "../text/say.ts";
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
    document.title = `${say("host:packs.docTitle")} · Parlor`;
  }, [language.value]);
  useEffect(() => void load(), []);
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
          <h1 id="my-packs">{say("host:packs.title")}</h1>
          <p class="muted">{say("host:packs.about")}</p>
          <p role="status" class="done">
            {word}
          </p>
          <p class="fault" role="alert">
            {packs === undefined ? fault : ""}
          </p>
          {packs === undefined && fault === "" && <p class="muted">{say("host:packs.coming")}</p>}
          {packs?.length === 0 && <p>{say("host:packs.none")}</p>}
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
