import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { pour } from "./pour.ts";

/** One photo of a search as it is sent, as far as anybody here reads it. */
type SentPhoto = {
  readonly id: string;
  readonly urls: { readonly raw: string; readonly regular: string };
  readonly links: { readonly html: string; readonly download_location: string };
  readonly user: { readonly name: string; readonly username: string; readonly links: { readonly html: string } };
};

/** How a request is answered wrongly. */
export type PictureFault = number | "page" | "silence" | "reset" | "half" | "flood" | "not an answer" | "redirect";

export type UnsplashServer = {
  readonly url: string;
  readonly key: string;
  /** Every request: its path, query and headers. */
  readonly requests: {
    readonly path: string;
    readonly query: URLSearchParams;
    readonly headers: IncomingMessage["headers"];
  }[];
  /** What is wrong with all answers. */
  fault: PictureFault | undefined;
  /** The results of each search; one good photo unless set. */
  results: readonly unknown[];
  /** A photo that is all right, but for what is said. */
  readonly photo: (of?: { readonly [K in keyof SentPhoto]?: Partial<SentPhoto[K]> }) => object;
  readonly close: () => Promise<void>;
};

/** Unsplash's search and its counting of uses, with faults on request. */
export const startUnsplash = async (): Promise<UnsplashServer> => {
  const http = createServer((request, response) => hear(request, response));
  await new Promise<void>((resolve) => http.listen(0, "127.0.0.1", resolve));
  const url = `http://127.0.0.1:${(http.address() as AddressInfo).port}`;
  const sent: SentPhoto = {
    id: "LBI7cgq3pbM",
    urls: {
      raw: "https://images.unsplash.com/photo-1416339306562-f3d12fefd36f?ixid=M3wxMjA3&ixlib=rb-4.1.0",
      regular: "https://images.unsplash.com/photo-1416339306562-f3d12fefd36f?w=1080",
    },
    links: {
      html: "https://unsplash.com/photos/LBI7cgq3pbM",
      download_location: `${url}/photos/LBI7cgq3pbM/download?ixid=M3wxMjA3`,
    },
    user: { name: "Ana  Gómez\u200b", username: "ana", links: { html: "https://unsplash.com/@ana" } },
  };
  const photo: UnsplashServer["photo"] = (of = {}) => ({
    ...sent,
    ...of,
    urls: Object.assign({}, sent.urls, of.urls),
    links: Object.assign({}, sent.links, of.links),
    user: Object.assign({}, sent.user, of.user),
  });
  const server: UnsplashServer = {
    url,
    key: "a-key-of-ours-for-unsplash",
    requests: [],
    fault: undefined,
    results: [photo()],
    photo,
    close: async () => {
      http.closeAllConnections();
      await new Promise((resolve) => http.close(resolve));
    },
  };

  const hear = (request: IncomingMessage, response: ServerResponse): void => {
    const { pathname: path, searchParams: query } = new URL(request.url ?? "", url);
    server.requests.push({ path, query, headers: request.headers });
    if (request.headers.authorization !== `Client-ID ${server.key}`) {
      return give(response, 401, { errors: ["OAuth error: The access token is invalid"] });
    }
    if (server.fault !== undefined) return spoil(response, server.fault);
    if (path === "/search/photos") {
      const { results } = server;
      return give(response, 200, { total: results.length, total_pages: 1, results });
    }
    if (/^\/photos\/[^/]+\/download$/.test(path)) return give(response, 200, { url: sent.urls.regular });
    give(response, 404, { errors: ["Couldn't find it"] });
  };
  return server;
};

const give = (response: ServerResponse, status: number, body: object): void =>
  void response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));

const spoil = (response: ServerResponse, fault: PictureFault): void => {
  if (typeof fault === "number") return give(response, fault, { errors: ["no"] });
  switch (fault) {
    case "page":
      return void response.writeHead(200, { "content-type": "text/html" }).end("<h1>We'll be back</h1>");
    case "silence":
      return;
    case "reset":
      return void response.destroy();
    case "half":
      return void response.writeHead(200, { "content-type": "application/json" }).write('{"results":[{');
    case "flood":
      return pour(response);
    case "not an answer":
      return give(response, 200, { results: "none" });
    case "redirect":
      return void response.writeHead(302, { location: "/elsewhere" }).end();
  }
};
