import { z } from "zod";
import { jsonOf, Unanswered, unanswered } from "../questions/unanswered.ts";
import type { Picture } from "./pictures.ts";

/** A photo that was found, and where to tell that it is used. */
export type Photo = { readonly picture: Picture; readonly usedAt: string };

export type UnsplashOptions = {
  readonly key: string;
  /** Of its API. */
  readonly url: string;
  /** For all of an answer. */
  readonly timeoutMs: number;
};

export type Unsplash = {
  /** The photo that fits best; undefined when there is none. Rejects with Unanswered. */
  readonly search: (topic: string) => Promise<Photo | undefined>;
  /** Tells that a photo is shown, as everybody who shows one must. Rejects with Unanswered. */
  readonly tellUsed: (photo: Photo) => Promise<void>;
};

const field = z.string().max(1000);
const searchFormat = z.object({ results: z.array(z.unknown()) });
const photoFormat = z.object({
  urls: z.object({ raw: field }),
  links: z.object({ download_location: field }),
  user: z.object({ name: field, links: z.object({ html: field }) }),
});

const wanted = { per_page: "10", orientation: "landscape", content_filter: "high" } as const;
/** Cut and packed by their server, as photos are to be shown from there. */
const size = { w: "1280", h: "720", fit: "crop", crop: "entropy", auto: "format", q: "75" } as const;
/** Who sent the visitor, as their terms want it on every link. */
const referral = { utm_source: "parlor", utm_medium: "referral" } as const;
const longest = { url: 600, author: 80 } as const;

export const unsplashOf = ({ key, url, timeoutMs }: UnsplashOptions): Unsplash => {
  const api = new URL(url.endsWith("/") ? url : `${url}/`);
  const ask = async (address: URL): Promise<unknown> => {
    const headers = { authorization: `Client-ID ${key}`, "accept-version": "v1", "user-agent": "Parlor" };
    try {
      // A redirect could carry the key elsewhere.
      return await jsonOf(await fetch(address, { headers, redirect: "error", signal: AbortSignal.timeout(timeoutMs) }));
    } catch (error) {
      throw unanswered(error);
    }
  };

  return {
    search: async (topic) => {
      const address = withQuery(new URL("search/photos", api), { query: topic, ...wanted });
      const found = searchFormat.safeParse(await ask(address));
      if (!found.success) throw new Unanswered("an answer of another form");
      for (const result of found.data.results) {
        const photo = photoOf(result, api.origin);
        if (photo !== undefined) return photo;
      }
      return undefined;
    },
    tellUsed: async ({ usedAt }) => void (await ask(new URL(usedAt))),
  };
};

/** A result with all that must be shown with it; undefined when something is missing or leads elsewhere. */
const photoOf = (result: unknown, api: string): Photo | undefined => {
  const photo = photoFormat.safeParse(result).data;
  if (photo === undefined) return undefined;
  const image = addressAt(photo.urls.raw, "https://images.unsplash.com");
  const page = addressAt(photo.user.links.html, "https://unsplash.com");
  const usedAt = addressAt(photo.links.download_location, api);
  const author = plain(photo.user.name);
  if (image === undefined || page === undefined || usedAt === undefined || author === "") return undefined;
  const picture = { url: withQuery(image, size).href, author, authorUrl: withQuery(page, referral).href };
  const isShort = picture.url.length <= longest.url && picture.authorUrl.length <= longest.url;
  return isShort ? { picture, usedAt: usedAt.href } : undefined;
};

/** An address that is where it should be, without a name or password in it. */
const addressAt = (text: string, origin: string): URL | undefined => {
  const address = URL.parse(text);
  if (address?.origin !== origin || address.username !== "" || address.password !== "") return undefined;
  return address;
};

const withQuery = (address: URL, query: Readonly<Record<string, string>>): URL => {
  const whole = new URL(address);
  for (const [name, value] of Object.entries(query)) whole.searchParams.set(name, value);
  return whole;
};

/** A name on one line, without what can't be seen. */
const plain = (name: string): string =>
  Array.from(
    name
      .replace(/\p{Cf}/gu, "")
      .replace(/[\p{C}\s]+/gu, " ")
      .normalize("NFC")
      .trim(),
  )
    .slice(0, longest.author)
    .join("");
