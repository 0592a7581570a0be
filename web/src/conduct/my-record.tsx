import { useState } from "preact/hooks";
import { lazyPart } from "./lazy-part.tsx";

const RecordList = lazyPart(() => import("./record-list.tsx").then((loaded) => loaded.RecordList));

/** What the server keeps of one's own conduct, for those who want to know. */
export const MyRecord = () => {
  const [open, setOpen] = useState(false);
  return (
    <details class="unfold" data-testid="my-record" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>My record</summary>
      {open && <RecordList />}
    </details>
  );
};
