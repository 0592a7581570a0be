import { type FetchAsked, takeOver, type WorkerScope } from "./scope.ts";

/**
 * Keeps the files of the portal, each build in a cache of its own, so that it starts on a bad connection and says in
 * words when there is none. Pages come from the server whenever it answers in time. What people say, play and see goes
 * past here: the API, the sockets, the dashboard, and every address that is not named below.
 */

/** Put in by the build: which one this is, and its files. */
declare const BUILD: string;
declare const FILES: readonly string[];

const worker = globalThis as unknown as WorkerScope;
const cacheName = `parlor-${BUILD}`;
const isOurs = (name: string): boolean => name.startsWith("parlor-");
/** This build and the one before: a page of that may still be open, and want more of its script. */
const cachesKept = 2;

const pages = /^\/(?:$|index\.html$|(?:l|screen|p|g)\/|packs(?:\/|$)|boards\/?$|reset-password\/?$)/;
const shell = "/";
const offlinePage = "/offline.html";
/** A page that has not come after so long is shown as it was kept. */
const patienceMs = 4000;
/** Said by a proxy in the place of a server that is away. */
const isAway = (status: number): boolean => status >= 502 && status <= 504;

const isHashed = (path: string): boolean => path.startsWith("/assets/");
const isText = (path: string): boolean => path.startsWith("/assets/text-");
const kept = new Set(FILES);

/** A file whose name tells its content is taken over from the build before. */
const fill = async (): Promise<void> => {
  const cache = await caches.open(cacheName);
  await Promise.all(
    [...FILES, shell, offlinePage].map(async (path) => {
      const known = isHashed(path) ? await caches.match(path, { ignoreVary: true }) : undefined;
      const response = known ?? (await fetch(path, isHashed(path) ? {} : { cache: "no-cache" }));
      if (!response.ok) throw new Error(`${path}: ${response.status}`);
      await cache.put(path, response);
    }),
  );
};

const tidy = async (): Promise<void> => {
  const names = (await caches.keys()).filter((name) => isOurs(name) && name !== cacheName);
  await Promise.all(names.slice(0, Math.max(0, names.length - (cachesKept - 1))).map((name) => caches.delete(name)));
  await worker.registration.navigationPreload?.enable();
  await worker.clients.claim();
};

const fromCache = async (path: string): Promise<Response | undefined> =>
  (await (await caches.open(cacheName)).match(path, { ignoreVary: true })) ??
  (isHashed(path) ? caches.match(path, { ignoreVary: true }) : undefined);

/** A file of this build, or of the one before. The texts of a language are kept once they have been asked for. */
const fileFor = async (request: Request, path: string): Promise<Response> => {
  const known = await fromCache(path);
  if (known !== undefined) return known;
  const answer = await fetch(request);
  if (isText(path) && answer.ok) await (await caches.open(cacheName)).put(path, answer.clone());
  return answer;
};

/** What the server says, if it says so in time; otherwise what was kept, and when it is away, a page that says that. */
const pageFor = async ({ request, preloadResponse }: FetchAsked): Promise<Response> => {
  const asked = (async () => (await preloadResponse) ?? fetch(request))();
  const patience = new Promise<undefined>((resolve) => setTimeout(() => resolve(undefined), patienceMs));
  try {
    const answer = (await Promise.race([asked, patience])) ?? (await fromCache(shell)) ?? (await asked);
    if (!isAway(answer.status)) return answer;
    return (await fromCache(offlinePage)) ?? answer;
  } catch (error) {
    const words = await fromCache(offlinePage);
    if (words === undefined) throw error;
    return words;
  }
};

worker.addEventListener("install", (event) => event.waitUntil(fill()));
worker.addEventListener("activate", (event) => event.waitUntil(tidy()));
// Not at once: what a page asks of the worker before just then can be lost. Until then it asks the server, as always.
worker.addEventListener("message", (event) => {
  if (event.data === takeOver) event.waitUntil(worker.skipWaiting());
});
worker.addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== "GET" || origin !== worker.location.origin) return;
  if (request.mode === "navigate") {
    if (pages.test(pathname)) event.respondWith(pageFor(event));
    return;
  }
  if (kept.has(pathname) || isHashed(pathname)) event.respondWith(fileFor(request, pathname));
});
