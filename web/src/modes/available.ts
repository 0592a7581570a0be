import { signal } from "@preact/signals";
import type { ModeInfo } from "../../../src/protocol/modes.ts";
import { client } from "../session.ts";
import { isKey, need, say } from "../text/say.ts";
import { modes } from "./registry.ts";

/** The modes that the server can play and this page can show, as they are offered; none until they are known. */
export const available = signal<readonly ModeInfo[]>([]);

/** Asks the server once what it can play. */
export const askModes = async (): Promise<void> => {
  if (available.value.length > 0) return;
  const found = await client.http.get("/api/modes").catch(() => undefined);
  const list = (found?.data as { readonly modes: readonly ModeInfo[] } | undefined)?.modes ?? [];
  const order = Object.keys(modes);
  await need("modes").catch(() => undefined);
  available.value = list
    .filter(({ mode }) => Object.hasOwn(modes, mode))
    .toSorted((one, other) => order.indexOf(one.mode) - order.indexOf(other.mode));
};

/** What a mode is; undefined while that is not known. */
export const modeOf = (mode: string): ModeInfo | undefined => available.value.find((one) => one.mode === mode);

/** What a mode is called, and what it is in a line; its own name where this page has no better one. */
export const modeName = (mode: string): string => textOr(`modes:name.${mode}`, mode);
export const modeAbout = (mode: string): string => textOr(`modes:about.${mode}`, "");

const textOr = (key: string, otherwise: string): string => (isKey(key) ? say(key) : otherwise);
