import { computed, signal } from "@preact/signals";
import { mayLeave } from "./leaving.ts";

/** Which page is shown. */
export type Route =
  | { readonly page: "home" }
  | { readonly page: "lobby"; readonly code: string }
  | { readonly page: "screen"; readonly code: string }
  | { readonly page: "packs" }
  | { readonly page: "pack"; readonly id: string }
  | { readonly page: "admin"; readonly section: string; readonly id: string }
  | { readonly page: "player"; readonly id: string }
  | { readonly page: "game"; readonly id: string }
  | { readonly page: "boards" }
  | { readonly page: "reset-password" }
  | { readonly page: "lost" };

const path = signal(location.pathname);
addEventListener("popstate", () => {
  if (mayLeave()) path.value = location.pathname;
  else history.pushState(null, "", path.value);
});

/** What people type or paste as a code: any case, spaces and dashes inside, or the whole link. */
export const readCode = (typed: string): string => {
  const tail = /\/(?:l|screen)\/([^/?#]+)/i.exec(typed)?.[1] ?? typed;
  return tail.toUpperCase().replace(/[^0-9A-Z]/g, "");
};

export const route = computed<Route>(() => {
  if (path.value === "/" || path.value === "/index.html") return { page: "home" };
  if (/^\/boards\/?$/.test(path.value)) return { page: "boards" };
  const [, of, whose = ""] = /^\/([pg])\/([^/]+)\/?$/.exec(path.value) ?? [];
  if (of !== undefined) return { page: of === "p" ? "player" : "game", id: decoded(whose) };
  if (path.value === "/reset-password") return { page: "reset-password" };
  const [, staff, section = "", id = ""] = /^\/(admin)(?:\/([^/]+)(?:\/([^/]+))?)?\/?$/.exec(path.value) ?? [];
  if (staff !== undefined) return { page: "admin", section, id: decoded(id) };
  const [, page, rest = ""] = /^\/(l|screen|packs)(?:\/([^/]+))?\/?$/.exec(path.value) ?? [];
  if (page === "packs") return rest === "" ? { page } : { page: "pack", id: rest };
  if (page === undefined || rest === "") return { page: "lost" };
  return { page: page === "l" ? "lobby" : "screen", code: readCode(decodeURIComponent(rest)) };
});

const decoded = (part: string): string => {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
};

/** Shows the page at `to`, a path and perhaps what is asked for there, without loading it anew. */
export const go = (to: string): void => {
  const [at = "/"] = to.split("?");
  if (at !== path.value && !mayLeave()) return;
  if (to !== location.pathname + location.search) history.pushState(null, "", to);
  path.value = at;
  scrollTo(0, 0);
};

/** For links inside the portal: follows them here unless a new tab or window was asked for. */
export const follow = (event: MouseEvent): void => {
  if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey || event.button !== 0) return;
  event.preventDefault();
  const { pathname, search } = event.currentTarget as HTMLAnchorElement;
  go(pathname + search);
};
