import "../style/preview.css";
import { useEffect, useState } from "preact/hooks";
import { sentence } from "../codes-text.ts";
import { Dialog } from "../dialog.tsx";
import type { PackQuestion } from "../packs/pack.ts";
import { refusalCode } from "../refusal.ts";
import { lobby, plays } from "../store.ts";
import { EditLooked } from "./edit-looked.tsx";
import { Looked } from "./looked.tsx";
import { look, looked } from "./preview.ts";
import { say } from "../text/say.ts";

const waitMs = 300;

/** Where the host looks at the questions before play, changes them, and drops some. */
export const PreviewDialog = ({ onClose }: { readonly onClose: () => void }) => {
  const [edited, setEdited] = useState<PackQuestion | undefined>(undefined);
  const [isUnsaved, setUnsaved] = useState(false);
  const [asks, setAsks] = useState(false);
  const [fault, setFault] = useState("");
  // Who has seen them need not be asked again.
  const [isSure, setSure] = useState(!plays.value);
  useEffect(() => () => void (looked.value = undefined), []);
  const { status, building } = lobby.value ?? {};
  const isOver = status !== "ready";
  // What is made meanwhile is shown as it comes; several at once are asked for together.
  useEffect(() => {
    if (!isSure || isOver) return;
    const failed = (error: unknown) => setFault(sentence(refusalCode(error) ?? "offline"));
    const soon = setTimeout(
      () => void look().then(() => setFault(""), failed),
      looked.value === undefined ? 0 : waitMs,
    );
    return () => clearTimeout(soon);
  }, [isSure, isOver, building?.done]);
  // What was pressed has gone: the reading goes on at the top of what came.
  useEffect(() => document.getElementById("dialog-title")?.focus(), [edited?.id, isSure]);
  const mayClose = () => {
    setAsks(isUnsaved);
    return !isUnsaved;
  };
  const back = () => {
    setUnsaved(false);
    setAsks(false);
    setEdited(undefined);
  };
  return (
    <Dialog
      title={edited === undefined ? say("host:looked.title") : say("host:question.change")}
      testId="preview-dialog"
      mayClose={mayClose}
      onClose={onClose}
    >
      {isOver ? (
        <Over onClose={onClose} />
      ) : !isSure ? (
        <Warning onYes={() => setSure(true)} onNo={onClose} />
      ) : edited !== undefined ? (
        <EditLooked key={edited.id} question={edited} asks={asks} onUnsaved={setUnsaved} onDone={back} />
      ) : (
        <>
          <p class="fault" role="alert">
            {fault}
          </p>
          <Looked onEdit={setEdited} onClose={onClose} />
        </>
      )}
    </Dialog>
  );
};

const Warning = ({ onYes, onNo }: { readonly onYes: () => void; readonly onNo: () => void }) => (
  <>
    <p>{say("host:looked.warning")}</p>
    <div class="actions">
      <button class="primary" data-testid="preview-yes" onClick={onYes}>
        {say("host:looked.show")}
      </button>
      <button onClick={onNo}>{say("host:looked.ratherPlay")}</button>
    </div>
  </>
);

const Over = ({ onClose }: { readonly onClose: () => void }) => (
  <>
    <p role="status">{say("host:looked.over")}</p>
    <div class="actions">
      <button class="primary" onClick={onClose}>
        {say("host:act.close")}
      </button>
    </div>
  </>
);
