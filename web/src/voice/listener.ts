import { abilities } from "./abilities.ts";
import { browserRecogniser } from "./browser-recogniser.ts";
import { type Hearing, type Listening, TalkError } from "./recogniser.ts";
import { serverRecogniser } from "./server-recogniser.ts";

/** The browser has a recognition that can't reach what it needs; found out by trying. */
let isBrowserOut = false;

/** Listens by the browser where it can, or else by the server where that can. */
export const listenNow = (options: Listening): Hearing => {
  const browser = isBrowserOut ? undefined : browserRecogniser();
  if (browser === undefined) return byServer(options);
  const hearing = browser(options);
  hearing.heard.catch((error: unknown) => {
    if (error instanceof TalkError && error.fault === "offline")
      void abilities().then(({ listen }) => (isBrowserOut = listen));
  });
  return hearing;
};

const byServer = (options: Listening): Hearing => {
  let hearing: Hearing | undefined;
  let wish: "finish" | "cancel" | undefined;
  const heard = abilities().then(({ listen }) => {
    if (!listen) throw new TalkError("unsupported");
    hearing = serverRecogniser(options);
    if (wish !== undefined) hearing[wish]();
    return hearing.heard;
  });
  const pass = (next: "finish" | "cancel") => (): void => {
    wish = next;
    hearing?.[next]();
  };
  return { heard, finish: pass("finish"), cancel: pass("cancel") };
};
