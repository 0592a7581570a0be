import { isPackId, type PackLine, type Packs } from "./packs.ts";

/** Somebody signed in. */
export type Asker = { readonly id: string; readonly role: string };

type Guarded = Pick<PackLine, "owner" | "visibility">;

const mayPlay = ({ owner, visibility }: Guarded, { id }: Pick<Asker, "id">): boolean =>
  owner === id || visibility === "link";

/** Staff look after what people hand around. */
export const mayRead = (pack: Guarded, asker: Asker): boolean =>
  mayPlay(pack, asker) || asker.role === "moderator" || asker.role === "admin";

export const mayChange = ({ owner }: Guarded, { id, role }: Asker): boolean => owner === id || role === "admin";

/** The pack, without its questions, if there is one that this person may play; `id` may be any text. */
export const packFor = async (packs: Packs, id: string, asker: Pick<Asker, "id">): Promise<PackLine | undefined> => {
  const pack = isPackId(id) ? await packs.line(id) : undefined;
  return pack !== undefined && mayPlay(pack, asker) ? pack : undefined;
};
