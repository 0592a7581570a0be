import { computed, signal } from "@preact/signals";
import { client, me } from "../session.ts";

/** What a list shows of a pack. */
export type PackLine = {
  readonly id: string;
  readonly owner: string;
  readonly title: string;
  readonly description: string;
  readonly visibility: "private" | "link";
  readonly size: number;
  readonly version: number;
  readonly updatedAt: string;
};

type Page = { readonly packs: readonly PackLine[]; readonly cursor?: string };

const known = signal<{ readonly owner: string; readonly packs: readonly PackLine[] } | undefined>(undefined);

/** The packs of whoever is signed in, newest first; undefined until they have been heard of. */
export const myPacks = computed(() => (known.value?.owner === me.value?.id ? known.value?.packs : undefined));

/** Looks them up anew. Rejects with the refusal, and leaves what is known as it is. */
export const loadMyPacks = async (): Promise<void> => {
  const owner = me.value?.id ?? "";
  const found: PackLine[] = [];
  let cursor: string | undefined;
  do {
    const query = { limit: 100, ...(cursor === undefined ? {} : { cursor }) };
    const page = (await client.http.get("/api/packs", { query })).data as Page;
    found.push(...page.packs);
    cursor = page.cursor;
  } while (cursor !== undefined);
  known.value = { owner, packs: found };
};
