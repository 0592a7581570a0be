import { Rest } from "../questions/rest.ts";
import { folded } from "../questions/text.ts";
import type { Unanswered } from "../questions/unanswered.ts";
import type { Log } from "../telemetry/log.ts";
import { picturePath } from "./generated.ts";
import { type Photo, unsplashOf } from "./unsplash.ts";

/** A picture and who made it; a drawn one has no author, and its address is a path of this server. */
export type Picture = { readonly url: string; readonly author: string; readonly authorUrl: string };

export type Pictures = {
  /** A picture for a topic: always one, soon, and at once when `signal` is aborted. */
  readonly pictureOf: (topic: string, options: { readonly signal: AbortSignal }) => Promise<Picture>;
  /** One that is drawn here, for any text. */
  readonly drawn: (text: string) => Picture;
};

export type PicturesOptions = {
  /** For Unsplash; without one all pictures are drawn here. */
  readonly key: string | undefined;
  readonly url?: string | undefined;
  readonly log: Log;
  readonly now: () => number;
  readonly timeoutMs?: number;
  /** Topics whose photo is remembered. */
  readonly most?: number;
};

const minute = 60_000;
const hour = 60 * minute;
const foundMs = 24 * hour;
const noneMs = 6 * hour;
/** They count by the hour. */
const tooManyMs = 10 * minute;

export const picturesOf = (options: PicturesOptions): Pictures => {
  const { key, url = "https://api.unsplash.com", log, now, timeoutMs = 3000, most = 500 } = options;
  if (key === undefined) return { pictureOf: async (topic) => drawn(topic), drawn };
  const unsplash = unsplashOf({ key, url, timeoutMs });
  const rest = new Rest("Unsplash", log, now);
  const remembered = new Map<string, { readonly photo: Photo | undefined; readonly until: number }>();
  const underWay = new Map<string, Promise<Photo | undefined>>();

  const failed = (error: unknown): undefined => {
    const { status } = error as Unanswered;
    rest.failed(error, status === 401 ? hour : status === 403 || status === 429 ? tooManyMs : 0);
  };

  const search = async (name: string, topic: string): Promise<Photo | undefined> => {
    try {
      const photo = await unsplash.search(topic);
      rest.succeeded();
      remembered.set(name, { photo, until: now() + (photo === undefined ? noneMs : foundMs) });
      for (const oldest of remembered.keys()) {
        if (remembered.size <= most) break;
        remembered.delete(oldest);
      }
      return photo;
    } catch (error) {
      return failed(error);
    }
  };

  const photoOf = (topic: string): Photo | undefined | Promise<Photo | undefined> => {
    const name = folded(topic);
    if (name === "") return undefined;
    const known = remembered.get(name);
    remembered.delete(name);
    if (known !== undefined && now() < known.until) {
      // The one used last is forgotten last.
      remembered.set(name, known);
      return known.photo;
    }
    if (rest.isResting) return undefined;
    const already = underWay.get(name);
    if (already !== undefined) return already;
    const job = search(name, topic).finally(() => underWay.delete(name));
    underWay.set(name, job);
    return job;
  };

  return {
    pictureOf: async (topic, { signal }) => {
      const photo = await unlessAborted(photoOf(topic), signal);
      if (photo === undefined) return drawn(topic);
      if (!rest.isResting) unsplash.tellUsed(photo).catch(failed);
      return photo.picture;
    },
    drawn,
  };
};

const drawn = (topic: string): Picture => ({ url: picturePath(topic), author: "", authorUrl: "" });

/** What is waited for, or undefined as soon as nobody waits any more. */
const unlessAborted = async <T>(job: T | Promise<T>, signal: AbortSignal): Promise<T | undefined> => {
  if (!(job instanceof Promise)) return job;
  if (signal.aborted) return undefined;
  let stop = () => {};
  const aborted = new Promise<undefined>((resolve) => {
    stop = () => resolve(undefined);
    signal.addEventListener("abort", stop, { once: true });
  });
  try {
    return await Promise.race([job, aborted]);
  } finally {
    signal.removeEventListener("abort", stop);
  }
};
