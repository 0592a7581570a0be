import type { Question } from "../core/game.ts";

/** Packs that one person may have, questions that a pack may hold, and how large these may be as JSON. */
export const mostPacks = 200;
export const mostQuestions = 2000;
export const mostBytes = 5 * 1024 * 1024;

/** What a list shows of a pack. `size` counts its questions; `version` rises with each change; times are ISO 8601. */
export type PackLine = {
  readonly id: string;
  /** A player's id. */
  readonly owner: string;
  readonly title: string;
  readonly description: string;
  /** `link`: who knows the id may see, play and copy it. */
  readonly visibility: "private" | "link";
  readonly size: number;
  readonly version: number;
  readonly createdAt: string;
  readonly updatedAt: string;
};

/** A pack with its questions in their order; their ids are their own within the pack alone. */
export type Pack = PackLine & { readonly questions: readonly Question[] };

export type PackContent = Pick<Pack, "title" | "description" | "visibility" | "questions">;
export type NewPack = PackContent & Pick<Pack, "id" | "owner">;

/** With `cursor` the next page can be asked for; without it this is the last. */
type PackPage = { readonly packs: readonly PackLine[]; readonly cursor?: string };

/** Question packs that people keep. Ids are such as `isPackId` knows, and texts hold nothing that is no text. */
export type Packs = {
  /** Undefined when the owner has `most` already. */
  readonly add: (pack: NewPack, most: number) => Promise<Pack | undefined>;
  /** One owner's, newest first. A cursor that fits no pattern of ours leads to the beginning. */
  readonly list: (owner: string, limit: number, cursor?: string) => Promise<PackPage>;
  readonly find: (id: string) => Promise<Pack | undefined>;
  /** The pack without its questions. */
  readonly line: (id: string) => Promise<PackLine | undefined>;
  /** Changes what is given, if the pack still has this version; undefined when there is no such pack. */
  readonly change: (
    id: string,
    version: number,
    changes: Partial<PackContent>,
  ) => Promise<Pack | "conflict" | undefined>;
  readonly remove: (id: string) => Promise<void>;
  readonly removeAllOf: (owner: string) => Promise<void>;
};

/** Whether a text could be the id of a pack or of a question in one. */
export const isPackId = (text: string): boolean => /^[\w-]{22}$/.test(text);
