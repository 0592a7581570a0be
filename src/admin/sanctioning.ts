import { conductRulesOf, pastOf } from "../../rooms/talking.ts";
import type { Services } from "../../rooms/services.ts";
import type { Accounts } from "../accounts/accounts.ts";
import type { Identity } from "../accounts/tokens.ts";
import type { Sanction } from "../conduct/conduct.ts";
import type { PlayerId } from "../core/ids.ts";
import type { Lobbies } from "./lobbies.ts";
import { mayPunish, roleOf } from "./ranks.ts";
import type { Recorder } from "./recorder.ts";
import { Refused } from "./refused.ts";
import type { Whereabouts } from "./whereabouts.ts";
import type { Wire } from "./wire.ts";

/** Whom something is done to, with the name they were known by. */
export type Target = { readonly id: PlayerId; readonly name: string };

type BanWish = {
  readonly scope: "server" | "lobby";
  /** Needed for the scope `lobby`. */
  readonly lobby: string;
  /** Null for a ban without an end. */
  readonly minutes: number | null;
  readonly reason: string;
};

/** What the staff put on people and take off again; each deed is in the audit log before it is done. */
export type Sanctioning = {
  readonly mayPunish: (by: Identity, player: PlayerId) => Promise<boolean>;
  readonly ban: (by: Identity, target: Target, wish: BanWish) => Promise<void>;
  readonly warn: (by: Identity, target: Target, reason: string, lobby: string) => Promise<void>;
  /** Counts a strike of weight 1, and does what follows from it in its lobby. */
  readonly strike: (by: Identity, target: Target, what: Offence) => Promise<void>;
  /** Ends a sanction, the strike that led to it, and what its lobby does by itself. */
  readonly lift: (by: Identity, sanction: Sanction, why: string) => Promise<void>;
};

type Offence = {
  /** Of the strike: what has been counted is not counted again. */
  readonly id: string;
  readonly lobby: string;
  readonly text: string;
  readonly reason: string;
};

export type SanctioningOptions = {
  readonly services: Services;
  readonly accounts: Pick<Accounts, "find">;
  readonly lobbies: Lobbies;
  readonly act: Recorder["act"];
  readonly wire: Pick<Wire, "tell">;
  readonly whereabouts: Pick<Whereabouts, "of">;
};

const minuteMs = 60_000;
/** What a lobby takes for no end: ten years. */
const endless = 5_256_000;

export const sanctioningOf = (options: SanctioningOptions): Sanctioning => {
  const { services, accounts, lobbies, act, wire, whereabouts } = options;
  const { conduct, now, newId } = services;
  const handOf = ({ id }: Identity) => ({ player: id, staff: true });
  const freshly = () => ({ id: newId(), seed: newId() });
  const may = async (by: Identity, player: PlayerId): Promise<boolean> =>
    player !== by.id && mayPunish(by, await roleOf(accounts, player));
  const check = async (by: Identity, player: PlayerId): Promise<void> => {
    if (!(await may(by, player))) throw new Refused("not_owner");
  };

  const banEverywhere = async (by: Identity, { id: player, name }: Target, wish: BanWish): Promise<void> => {
    const at = now();
    const until = wish.minutes === null ? null : at + wish.minutes * minuteMs;
    // A guest is known again by the device; one who is not here can't be asked for it.
    const device = (await whereabouts.of(player))?.device ?? "";
    const whose = { player, name, device, by: by.id, reason: wish.reason };
    const where = { scope: "server", lobby: "", owner: "" } as const;
    await conduct.impose({ id: newId(), kind: "ban", ...where, ...whose, strikes: 0, strike: "", at, until });
    wire.tell("expel", { player });
  };

  const banFromLobby = (by: Identity, { id: player }: Target, { lobby, minutes, reason }: BanWish): Promise<void> =>
    lobbies.command(lobby, {
      type: "kick",
      hand: handOf(by),
      player,
      ban: true,
      minutes: minutes ?? endless,
      reason: reason.slice(0, 200),
      fresh: freshly(),
    });

  const strikeAlone = ({ id: player, name }: Target, { id, lobby, text, reason }: Offence): Promise<void> => {
    const at = now();
    const { strikeMs } = conductRulesOf(services.settings.current());
    const what = { id, lobby, reason, rule: "staff", tier: 2, weight: 1, text };
    return conduct.strike({ ...what, player, name, at, expiresAt: at + strikeMs });
  };

  return {
    mayPunish: may,
    ban: async (by, target, wish) => {
      await check(by, target.id);
      const { scope, minutes, reason, lobby } = wish;
      const deed = { action: "person.ban", target: `player:${target.id}`, subject: target.id, why: reason };
      const after = { scope, minutes, name: target.name, ...(scope === "lobby" ? { lobby } : {}) };
      await act(by, { ...deed, before: null, after }, () =>
        scope === "server" ? banEverywhere(by, target, wish) : banFromLobby(by, target, wish),
      );
    },
    warn: async (by, { id: player, name }, reason, lobby) => {
      await check(by, player);
      const deed = { action: "person.warn", target: `player:${player}`, subject: player, why: reason };
      await act(by, { ...deed, before: null, after: { name, lobby } }, async () => {
        const at = now();
        const where = { scope: lobby === "" ? "server" : "lobby", lobby, owner: "" } as const;
        const whose = { player, name, device: "", by: by.id, reason };
        // A warning is over as soon as it is given.
        await conduct.impose({
          id: newId(),
          kind: "warning",
          ...where,
          ...whose,
          strikes: 0,
          strike: "",
          at,
          until: at,
        });
        const text = `A moderator warns you: ${reason}`;
        await services.notes.add([{ id: newId(), player, code: "warning", text, data: { reason }, at }]);
        wire.tell("notes", { player });
      });
    },
    strike: async (by, target, offence) => {
      await check(by, target.id);
      const { id, lobby, text, reason } = offence;
      const deed = { action: "person.strike", target: `player:${target.id}`, subject: target.id, why: reason };
      await act(by, { ...deed, before: null, after: { lobby, text, weight: 1 } }, async () => {
        const person = { ...target, kind: "human" as const };
        const past = await pastOf(services, person);
        const rules = conductRulesOf(services.settings.current());
        const command = {
          type: "strike",
          hand: handOf(by),
          person,
          text,
          reason,
          past,
          rules,
          fresh: { ...freshly(), id },
        } as const;
        try {
          await lobbies.command(lobby, command);
        } catch (error) {
          // The strike counts even where the lobby is no more.
          if (!(error instanceof Refused)) throw error;
          await strikeAlone(target, offence);
        }
      });
    },
    lift: async (by, sanction, why) => {
      const { id, player, name, kind, scope, lobby, strike } = sanction;
      const before = { kind, scope, lobby, name, until: sanction.until, reason: sanction.reason };
      const deed = { action: "sanction.lift", target: `player:${player}`, subject: player, why };
      await act(by, { ...deed, before: { sanction: id, ...before }, after: { liftedAt: now() } }, async () => {
        await conduct.lift(id, by.id, now());
        wire.tell("conduct", { player });
        if (lobby === "") return;
        const strikes = strike === "" ? [] : [strike];
        await lobbies.command(lobby, { type: "pardon", hand: handOf(by), player, strikes }).catch(asGone);
      });
    },
  };
};

/** A lobby that is no more needs to be told nothing. */
const asGone = (error: unknown): void => {
  if (!(error instanceof Refused) || error.code !== "lobby_not_found") throw error;
};
