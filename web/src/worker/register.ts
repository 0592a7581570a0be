import { takeOver } from "./scope.ts";

/** The service worker is asked for again when the page is looked at after this long. */
const freshMs = 60 * 60_000;

/**
 * Has the browser keep the portal's files, once the page is there and nothing else is in a hurry. Where that is not
 * possible, as without a secure connection, all works as before.
 */
export const registerWorker = (): void => {
  if (!("serviceWorker" in navigator)) return;
  if (document.readyState === "complete") register();
  else addEventListener("load", register, { once: true });
};

const register = (): void => {
  navigator.serviceWorker.register("/sw.js").then(keepFresh, () => undefined);
};

/** A new worker takes over while nobody looks; and an installed app, which may stay open for days, asks for one. */
const keepFresh = (registration: ServiceWorkerRegistration): void => {
  let askedAt = Date.now();
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "hidden") return registration.waiting?.postMessage(takeOver);
    if (Date.now() - askedAt < freshMs) return;
    askedAt = Date.now();
    registration.update().catch(() => undefined);
  });
};
