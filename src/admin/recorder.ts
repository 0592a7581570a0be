import type { Identity } from "../accounts/tokens.ts";
import type { Audit, NewEntry } from "../audit/audit.ts";
import type { Wire } from "./wire.ts";

/** Something that somebody of the staff is about to do. */
export type AdminDeed = Omit<NewEntry, "actor" | "actorName">;

export type Recorder = {
  /**
   * Writes in the audit log what is going to be done, and does it: nothing is done that could not be written down. What
   * fails after that is written down as well.
   */
  readonly act: <Result>(by: Identity, deed: AdminDeed, work: () => Promise<Result>) => Promise<Result>;
};

export const recorderOf = (audit: Pick<Audit, "add">, wire: Pick<Wire, "tell">, now: () => number): Recorder => {
  const write = async (by: Identity, deed: AdminDeed): Promise<void> => {
    const { id, action, target } = await audit.add({ ...deed, actor: by.id, actorName: by.name }, now());
    wire.tell("audit", { id, action, target });
  };
  return {
    act: async (by, deed, work) => {
      await write(by, deed);
      try {
        return await work();
      } catch (error) {
        const code = error instanceof Error && "code" in error ? String(error.code) : "not_available";
        // The failure itself is what is told, even where it can't be written down.
        await write(by, { ...deed, action: `${deed.action}.failed`, before: null, after: { code } }).catch(() => {});
        throw error;
      }
    },
  };
};
