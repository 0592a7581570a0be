/** As much of a service worker's own world as ours uses: TypeScript knows either that of pages or that of workers. */

/** What a page tells a worker that waits to come after another. */
export const takeOver = "take over";

type Extendable = { readonly waitUntil: (work: Promise<unknown>) => void };

export type FetchAsked = Extendable & {
  readonly request: Request;
  /** What the browser asked for while the worker woke up; undefined where it does not do that. */
  readonly preloadResponse: Promise<Response | undefined>;
  readonly respondWith: (answer: Promise<Response>) => void;
};

type Told = Extendable & { readonly data: unknown };

export type WorkerScope = {
  readonly location: Location;
  readonly registration: ServiceWorkerRegistration;
  readonly clients: { readonly claim: () => Promise<void> };
  readonly skipWaiting: () => Promise<void>;
  readonly addEventListener: {
    (type: "install" | "activate", handle: (event: Extendable) => void): void;
    (type: "fetch", handle: (event: FetchAsked) => void): void;
    (type: "message", handle: (event: Told) => void): void;
  };
};
