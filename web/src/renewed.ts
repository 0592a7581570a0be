import { addCard } from "./store.ts";
import { say } from "./text/say.ts";

/** The script of this page: its name tells its content. */
const ownScript = (): string | null =>
  document.querySelector('script[type="module"][src*="/assets/main"]')?.getAttribute("src") ?? null;

/** Looks whether the server, which has just been away, came back with another page than this one, and says so. */
export const lookForNewer = async (): Promise<void> => {
  const script = ownScript();
  const answer = await fetch("/", { cache: "no-store" }).catch(() => undefined);
  if (script === null || answer?.ok !== true) return;
  const page = await answer.text();
  if (page.includes("/assets/main") && !page.includes(script))
    addCard({ code: "renewed", text: say("play:card.renewed") });
};
