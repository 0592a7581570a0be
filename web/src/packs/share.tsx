import { useState } from "preact/hooks";
import { useSending } from "../account/sending.ts";
import { say } from "../text/say.ts";
import { changePack } from "./open-pack.ts";
import type { Pack } from "./pack.ts";
import { packWords } from "./words.ts";

/** Whether others may see a pack, and the link for them. */
export const Share = ({ opened: { id, visibility } }: { readonly opened: Pack }) => {
  const { busy, fault, run } = useSending({ ...packWords(), conflict: say("host:refused.tryAgain") });
  const isShared = visibility === "link";
  const toggle = (event: Event) => {
    // The box shows what is so, not what was asked for.
    event.preventDefault();
    void run(() => changePack({ visibility: isShared ? "private" : "link" }));
  };
  return (
    <section class="card share" aria-labelledby="share-title">
      <h2 id="share-title">{say("host:share.title")}</h2>
      <label class="check">
        <input type="checkbox" checked={isShared} aria-disabled={busy} data-testid="share" onClick={toggle} />
        {say("host:share.byLink")}
      </label>
      {isShared && <PackLink url={`${location.origin}/packs/${id}`} />}
      <p class="fault" role="alert">
        {fault}
      </p>
    </section>
  );
};

const copiedMs = 2000;

const PackLink = ({ url }: { readonly url: string }) => {
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    // Without a secure context there is no clipboard; then the link is there to be selected.
    const done = await navigator.clipboard?.writeText(url).then(
      () => true,
      () => false,
    );
    if (!done) return;
    setCopied(true);
    setTimeout(() => setCopied(false), copiedMs);
  };
  return (
    <div class="field">
      <label for="pack-link">{say("host:invite.link")}</label>
      <div class="field-row">
        <input id="pack-link" readOnly value={url} onFocus={({ currentTarget }) => currentTarget.select()} />
        <button data-testid="copy-link" onClick={() => void copy()}>
          {copied ? say("host:act.copied") : say("host:share.copy")}
        </button>
      </div>
      <p class="for-ears" role="status">
        {copied ? say("host:share.copied") : ""}
      </p>
    </div>
  );
};
