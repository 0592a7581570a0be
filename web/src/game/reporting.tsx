import { signal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { lazyPart } from "../conduct/lazy-part.tsx";

export type Reported = { readonly id: string; readonly prompt: string };

/** The question that is being reported: the game may be at the next one already. */
const open = signal<Reported | undefined>(undefined);

export const openReport = (question: Reported): void => {
  open.value = question;
};

const ReportDialog = lazyPart(() => import("./report-dialog.tsx").then((loaded) => loaded.ReportDialog), "play");

/** Where a question is reported, once somebody wants to. */
export const Reporting = () => {
  const close = () => void (open.value = undefined);
  useEffect(() => close, []);
  return open.value === undefined ? null : <ReportDialog question={open.value} onClose={close} />;
};
