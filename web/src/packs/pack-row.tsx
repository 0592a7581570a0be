import { useSending } from "../account/sending.ts";
import type { PackLine } from "../questions/my-packs.ts";
import { follow } from "../route.ts";
import { client } from "../session.ts";
import { SureButton } from "../sure-button.tsx";
import { say } from "../text/say.ts";
import { packWords } from "./words.ts";

type Props = {
  readonly pack: PackLine;
  /** After something has been done, which `words` say. */
  readonly onChanged: (words: string) => Promise<void>;
};

/** One of my packs in the list. */
export const PackRow = ({ pack: { id, title, description, size, visibility }, onChanged }: Props) => {
  const { busy, fault, run } = useSending(packWords());
  const copy = () =>
    run(async () => {
      await client.http.post(`/api/packs/${id}/copy`);
      await onChanged(say("host:packs.copied", { title }));
    });
  const remove = () =>
    run(async () => {
      await client.http.delete(`/api/packs/${id}`);
      await onChanged(say("host:packs.deleted", { title }));
    });
  return (
    <li>
      <a class="grow" href={`/packs/${id}`} onClick={follow}>
        <strong>{title}</strong>
        <span class="muted">
          {visibility === "link"
            ? say("host:packs.countShared", { count: size })
            : say("host:packs.count", { count: size })}
        </span>
        {description !== "" && <span class="muted short">{description}</span>}
      </a>
      <span class="row-tools">
        <button
          class="quiet small"
          aria-label={say("host:packs.copyLabel", { title })}
          aria-disabled={busy}
          onClick={() => void copy()}
        >
          {say("host:packs.copy")}
        </button>
        <SureButton
          class="quiet small"
          sure={say("host:act.reallyDelete")}
          label={say("host:packs.deleteLabel", { title })}
          busy={busy}
          onSure={() => void remove()}
        >
          {say("host:packs.delete")}
        </SureButton>
      </span>
      <p class="fault" role="alert">
        {fault}
      </p>
    </li>
  );
};
