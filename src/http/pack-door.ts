import type { z } from "zod";
import type { Identity } from "../accounts/tokens.ts";
import { mayChange, mayRead } from "../packs/access.ts";
import { bytesOf, type Draft, editPack, fitsPack, packFaults } from "../packs/edit.ts";
import { unfitIn } from "../packs/fit.ts";
import {
  isPackId,
  mostBytes,
  mostPacks,
  type NewPack,
  type Pack,
  type PackContent,
  type Packs,
} from "../packs/packs.ts";
import type { Question } from "../core/game.ts";
import { addressHeader, type HttpContext, identify } from "./context.ts";
import { ApiError } from "./errors.ts";
import type { LimitMaker } from "./limits.ts";

/** What may be done in an hour by one person, and from one address, which may be a whole school's. */
const limitsOf = (limitOf: LimitMaker) => ({
  write: { person: limitOf("pack-write-person", 600, 3600), address: limitOf("pack-write-address", 6000, 3600) },
  import: { person: limitOf("pack-import-person", 60, 3600), address: limitOf("pack-import-address", 600, 3600) },
  make: { person: limitOf("pack-make-person", 30, 3600), address: limitOf("pack-make-address", 120, 3600) },
  /** In questions: who reads large packs all the time keeps the server busy. */
  read: { person: limitOf("pack-read-person", 200_000, 3600), address: limitOf("pack-read-address", 1_000_000, 3600) },
  /** In KB, of packs made or written anew. */
  volume: {
    person: limitOf("pack-volume-person", 64 * 1024, 3600),
    address: limitOf("pack-volume-address", 256 * 1024, 3600),
  },
});
type Limited = keyof ReturnType<typeof limitsOf>;

/** Somebody at the routes of packs. */
export type Visitor = { readonly identity: Identity; readonly address: string };

/** What is written in a pack, and asked for when one is made. */
type PackTexts = {
  readonly title?: string | undefined;
  readonly topic?: string | undefined;
  readonly description?: string | undefined;
  readonly questions?: readonly Omit<Draft, "id">[] | undefined;
};

/** What the routes of packs have in common: who may do what, how often, and what becomes of it. */
export type PackDoor = ReturnType<typeof packDoorOf>;

export const packDoorOf = (context: Pick<HttpContext, "identities" | "limitOf" | "services">, packs: Packs) => {
  const limits = limitsOf(context.limitOf);

  const count = async (what: Limited, { identity, address }: Visitor, weight = 1): Promise<void> => {
    if (identity.role === "admin") return;
    await limits[what].person.count(identity.id, weight);
    await limits[what].address.count(address, weight);
  };

  const countVolume = (visitor: Visitor, questions: readonly Question[]): Promise<void> => {
    if (!fitsPack(questions)) throw new ApiError("too_long", { questions: `are more than ${mostBytes} bytes` });
    return count("volume", visitor, Math.ceil(bytesOf(questions) / 1024));
  };

  const isFit = (text: string): boolean => context.services.isFit(text, "pack");

  return {
    count,
    countVolume,
    isFit,

    /** Refuses texts that nobody should have to read, in packs of one's own, too: they are shared and played. */
    assertFit: async ({ title = "", topic = "", description = "", questions = [] }: PackTexts): Promise<void> => {
      const texts = Object.entries({ title, topic, description }).filter(([, text]) => !isFit(text));
      const unfit = await unfitIn(questions, isFit, mostFaults);
      const fields = [
        ...texts.map(([field]) => field),
        ...unfit.map(({ index, field }) => `questions.${index}.${field}`),
      ];
      if (fields.length > 0) throw new ApiError("blocked", Object.fromEntries(fields.map((field) => [field, "unfit"])));
    },
    assertFitQuestion: async (question: Question): Promise<void> => {
      const [unfit] = await unfitIn([question], isFit);
      if (unfit !== undefined) throw new ApiError("blocked", { [unfit.field]: "unfit" });
    },

    visitor: async (headers: Headers | undefined): Promise<Visitor> => ({
      identity: await identify(context, headers?.get("authorization")),
      address: headers?.get(addressHeader) ?? "",
    }),

    /** The pack, for those who may read it; for others it is not there. */
    read: async (visitor: Visitor, id: string): Promise<Pack> => {
      const line = isPackId(id) ? await packs.line(id) : undefined;
      if (line === undefined || !mayRead(line, visitor.identity)) throw new ApiError("not_found");
      await count("read", visitor, 1 + line.size);
      const pack = await packs.find(id);
      if (pack === undefined) throw new ApiError("not_found");
      return pack;
    },

    add: async (visitor: Visitor, pack: NewPack): Promise<Pack> => {
      await countVolume(visitor, pack.questions);
      const added = await packs.add(pack, mostPacks);
      if (added === undefined) throw new ApiError("too_many", { packs: `at most ${mostPacks}` });
      return added;
    },

    /** Changes a pack of the visitor's own; `seen` is the version that they have seen, if they say so. */
    edit: async (
      { identity }: Visitor,
      id: string,
      seen: number | undefined,
      change: (pack: Pack) => Partial<PackContent>,
    ): Promise<Pack> => {
      if (!isPackId(id)) throw new ApiError("not_found");
      const changed = await editPack(packs, id, seen, (pack) => {
        assertMayChange(pack, identity);
        return change(pack);
      });
      if (changed === "conflict") throw new ApiError("conflict");
      if (changed === undefined) throw new ApiError("not_found");
      return changed;
    },

    remove: async ({ identity }: Visitor, id: string): Promise<void> => {
      const pack = isPackId(id) ? await packs.line(id) : undefined;
      if (pack === undefined) throw new ApiError("not_found");
      assertMayChange(pack, identity);
      await packs.remove(id);
    },
  };
};

/** Whoever may not even see a pack learns nothing of it. */
export const assertMayChange = (pack: Pick<Pack, "owner" | "visibility">, identity: Identity): void => {
  if (!mayRead(pack, identity)) throw new ApiError("not_found");
  if (!mayChange(pack, identity)) throw new ApiError("not_owner");
};

/** Refuses questions that the formats let pass, field by field. */
export const assertSound = (drafts: readonly Draft[]): void => {
  const faults = packFaults(drafts);
  if (Object.keys(faults).length > 0) throw new ApiError("malformed", faults);
};

/** Faults that a refusal names at most, and how long one may be. */
const mostFaults = 20;
const mostLetters = 200;

/** A large body as its format reads it; refused field by field. */
export const parsed = <Format extends z.ZodType>(format: Format, value: unknown): z.output<Format> => {
  const result = format.safeParse(value);
  if (result.success) return result.data;
  const fields = result.error.issues
    .slice(0, mostFaults)
    .map(({ path, message }) => [path.join(".") || "body", message.slice(0, mostLetters)] as const);
  throw new ApiError("malformed", Object.fromEntries(fields));
};
