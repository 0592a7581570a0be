import { useSending } from "../account/sending.ts";
import type { PackLine } from "../questions/my-packs.ts";
import { follow } from "../route.ts";
import { client } from "../session.ts";
import { SureButton } from "../sure-button.tsx";
import { packWords, questionCount } from "./words.ts";

type Props = {
  readonly pack: PackLine;
  /** After something has been done, which `words` say. */
  readonly onChanged: (words: string) => Promise<void>;
};

/** One of my packs in the list. */
export const PackRow = ({ pack: { id, title, description, size, visibility }, onChanged }: Props) => {
  const { busy, fault, run } = useSending(packWords);
  const copy = () =>
    run(async () => {
      await client.http.post(`/api/packs/${id}/copy`);
      await onChanged(`“${title}” has been copied.`);
    });
  const remove = () =>
    run(async () => {
      await client.http.delete(`/api/packs/${id}`);
      await onChanged(`“${title}” has been deleted.`);
    });
  return (
    <li>
      <a class="grow" href={`/packs/${id}`} onClick={follow}>
        <strong>{title}</strong>
        <span class="muted">
          {questionCount(size)}
          {visibility === "link" ? " · shared by link" : ""}
        </span>
        {description !== "" && <span class="muted short">{description}</span>}
      </a>
      <span class="row-tools">
        <button class="quiet small" aria-label={`Copy ${title}`} aria-disabled={busy} onClick={() => void copy()}>
          Copy
        </button>
        <SureButton
          class="quiet small"
          sure="Really delete?"
          label={`Delete ${title}`}
          busy={busy}
          onSure={() => void remove()}
        >
          Delete
        </SureButton>
      </span>
      <p class="fault" role="alert">
        {fault}
      </p>
    </li>
  );
};
