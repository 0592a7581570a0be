import { useState } from "preact/hooks";
import { say } from "../text/say.ts";

type Props = { readonly title: string; readonly words: string; readonly path: string };
type Done = "" | "copied" | "by hand";

const copiedMs = 3000;

/** Hands a link on, by the device's own way of sharing where there is one; otherwise it is copied, or shown. */
export const ShareButton = ({ title, words, path }: Props) => {
  const [done, setDone] = useState<Done>("");
  const url = `${location.origin}${path}`;
  const copy = async () => {
    const copied = await navigator.clipboard?.writeText(url).then(
      () => true,
      () => false,
    );
    setDone(copied ? "copied" : "by hand");
    if (copied) setTimeout(() => setDone(""), copiedMs);
  };
  const share = async () => {
    if (navigator.share === undefined) return copy();
    try {
      await navigator.share({ title, text: words, url });
    } catch (error) {
      // Whoever has thought better of it wants no copy either.
      if ((error as { readonly name?: unknown } | undefined)?.name !== "AbortError") await copy();
    }
  };
  return (
    <>
      <button data-testid="share-game" onClick={() => void share()}>
        {done === "copied" ? say("results:share.copied") : say("results:share.share")}
      </button>
      <span class="for-ears" role="status">
        {done === "copied" ? say("results:share.copiedAloud") : ""}
      </span>
      {done === "by hand" && (
        <input
          class="link-field"
          readOnly
          value={url}
          aria-label={say("results:share.link")}
          onFocus={({ currentTarget }) => currentTarget.select()}
        />
      )}
    </>
  );
};
