import type { Accounts } from "../accounts/accounts.ts";
import type { Admission } from "../accounts/admission.ts";
import type { PlayerId } from "../core/ids.ts";
import type { Packs } from "../packs/packs.ts";
import type { Log } from "../telemetry/log.ts";
import type { Webhooks } from "../webhooks/webhooks.ts";
import type { Services } from "../../rooms/services.ts";
import type { Erasures } from "./erasures.ts";

type Kept =
  | "journal"
  | "standings"
  | "care"
  | "notes"
  | "hardness"
  | "conduct"
  | "reviews"
  | "audit"
  | "running"
  | "wire";

export type EraserOptions = {
  readonly services: Pick<Services, Kept | "now">;
  readonly erasures: Erasures;
  readonly accounts: Pick<Accounts, "find" | "remove" | "removeGuest">;
  readonly admission: Pick<Admission, "forget">;
  readonly packs: Pick<Packs, "removeAllOf">;
  readonly webhooks: Pick<Webhooks, "list" | "remove"> | undefined;
  readonly log: Log;
};

export type Eraser = {
  /** Erases somebody, who may not come back under this id; once it resolves, it is certain. */
  readonly erase: (person: { readonly id: PlayerId; readonly name: string }) => Promise<void>;
  /** Goes on with what another process was asked for, and with what a crash has cut short. */
  readonly settle: () => Promise<void>;
};

const dayMs = 24 * 3_600_000;
/** A wish is kept for so long, that every process hears of it. */
const heardMs = dayMs;
const webhooksAtOnce = 100;

/** Takes people out of everything that is kept. Every step may be taken again. */
export const eraserOf = ({ services, erasures, log, ...rest }: EraserOptions): Eraser => {
  const { accounts, admission, packs, webhooks } = rest;
  const { journal, standings, care, notes, hardness, conduct, reviews, audit, running, wire, now } = services;
  /** What this process has done its part of, by when it was asked for. */
  const heard = new Map<PlayerId, number>();

  const endTokens = async (id: PlayerId): Promise<void> => {
    const account = await accounts.find(id);
    if (account === undefined) await accounts.removeGuest(id);
    else await accounts.remove(id);
  };
  const removeWebhooks = async (id: PlayerId): Promise<void> => {
    for (;;) {
      const page = (await webhooks?.list(id, { limit: webhooksAtOnce })) ?? [];
      for (const webhook of page) await webhooks?.remove(webhook.id);
      if (page.length < webhooksAtOnce) return;
    }
  };
  /** Who runs a lobby keeps its state in memory: it goes there first, or it would come back from there. */
  const leaveLobbies = async (id: PlayerId, name: string): Promise<void> => {
    admission.forget(id);
    running.signOut(id);
    await running.commandAll({ type: "forget", player: id, name });
  };
  const erasePast = async (id: PlayerId): Promise<void> => {
    await journal.forget(id);
    await standings.erase(id);
    await care.eraseReports(id);
    await conduct.erase(id);
    await reviews.erase(id);
    await audit.erase(id);
  };
  const eraseAll = async (id: PlayerId, name: string): Promise<void> => {
    await leaveLobbies(id, name);
    wire.tell("signed_out", { player: id });
    await packs.removeAllOf(id);
    await hardness.forget(id);
    await notes.removeAllOf(id);
    await removeWebhooks(id);
    await erasePast(id);
    await erasures.done(id, now());
  };

  /** Another process has done all but what this one holds, and what was written here meanwhile. */
  const eraseHere = async (id: PlayerId): Promise<void> => {
    await leaveLobbies(id, "");
    await erasePast(id);
  };
  const eraseAnew = async (id: PlayerId): Promise<void> => {
    await endTokens(id);
    await eraseAll(id, "");
  };
  /** What fails for one holds up nobody else: it is tried again, by whoever runs. */
  const attempt = async (
    { player, askedAt }: { readonly player: PlayerId; readonly askedAt: number },
    work: () => Promise<void>,
  ): Promise<void> => {
    try {
      await work();
      heard.set(player, askedAt);
    } catch (error) {
      log.warn({ player, err: error }, "somebody's data could not all be erased; it will be tried again");
    }
  };

  return {
    erase: async ({ id, name }) => {
      const askedAt = now();
      await erasures.ask(id, askedAt);
      await endTokens(id);
      await attempt({ player: id, askedAt }, () => eraseAll(id, name));
    },
    settle: async () => {
      const since = now() - heardMs;
      for (const { player, askedAt, isDone } of await erasures.since(since)) {
        if (isDone && heard.get(player) === askedAt) continue;
        await attempt({ player, askedAt }, () => (isDone ? eraseHere(player) : eraseAnew(player)));
      }
      for (const [player, askedAt] of heard) if (askedAt < since) heard.delete(player);
      await erasures.removeOlder(since);
    },
  };
};
