import type { Services } from "../../rooms/services.ts";
import type { Admin } from "../admin/admin.ts";
import { bootstrapAdmin, roleOf } from "../admin/ranks.ts";
import type { Accounts } from "../accounts/accounts.ts";
import { isInForce } from "../conduct/barred.ts";
import type { PersonBrief, Sanction } from "../conduct/conduct.ts";
import { reviewStates } from "../conduct/reviews.ts";
import type { PlayerId } from "../core/ids.ts";
import { liftFormat, peopleQueryFormat, roleFormat, sanctionFormat, staffNoteFormat } from "../protocol/admin.ts";
import type { AdminDoor } from "./admin-door.ts";
import { pageOf, readAdminId } from "./admin-reading.ts";
import { readCode } from "./codes.ts";
import { checked, createEndpoint } from "./endpoint.ts";
import { ApiError } from "./errors.ts";

const reviewsShown = 20;
const gamesShown = 20;

/** People: what they did, what was put on them, what the staff say of them, and what they may do. */
export const adminPeopleRoutes = (
  services: Services,
  accounts: Pick<Accounts, "find" | "setRole">,
  { sanctioning, whereabouts, wire }: Admin,
  door: AdminDoor,
) => {
  const { conduct, reviews, standings, now, newId } = services;

  const personOf = async (text: string): Promise<PersonBrief> => {
    const id = readAdminId(text) as PlayerId;
    const account = await accounts.find(id);
    const known = await conduct.person(id, now());
    // Of a guest nothing may be known but that they are here, or were a moment ago.
    const name = account?.name ?? (known === undefined ? (await whereabouts.of(id))?.name : undefined);
    if (known === undefined && name === undefined) throw new ApiError("not_found");
    const person = known ?? { ...nothingKnown, id, name: name ?? "" };
    return { ...person, registered: account !== undefined, role: await roleOf(accounts, id) };
  };
  const reviewsOf = async (player: PlayerId) => {
    const lists = await Promise.all(reviewStates.map((state) => reviews.list({ state, player, limit: reviewsShown })));
    return lists
      .flat()
      .toSorted((a, b) => b.at - a.at)
      .slice(0, reviewsShown);
  };

  return {
    adminPeople: createEndpoint(
      "/api/admin/people",
      { method: "GET", query: peopleQueryFormat, ...checked },
      async (request) => {
        await door.staff(request.headers);
        const { search, limit, cursor } = request.query;
        const found = await conduct.people(search, { limit: limit + 1, after: cursor }, now());
        const { page, next } = pageOf(found, limit, ({ id }) => id);
        return { people: page.map(withRole), ...next };
      },
    ),

    adminPerson: createEndpoint("/api/admin/people/:id", { method: "GET" }, async (request) => {
      await door.staff(request.headers);
      const person = await personOf(request.params.id);
      const [strikes, sanctions, notes, found, { games }] = await Promise.all([
        conduct.strikesOf(person.id),
        conduct.sanctionsOf(person.id),
        conduct.notesOf(person.id),
        reviewsOf(person.id),
        standings.history(person.id, gamesShown),
      ]);
      return { person, strikes, sanctions: sanctions.map(shown), notes, reviews: found, games };
    }),

    adminAddNote: createEndpoint(
      "/api/admin/people/:id/notes",
      { method: "POST", body: staffNoteFormat, ...checked },
      async (request) => {
        const by = await door.staff(request.headers);
        const { id: player } = await personOf(request.params.id);
        const { text } = request.body;
        const note = { id: newId(), player, by: by.id, byName: by.name, text, at: now() };
        const deed = { action: "person.note", target: `player:${player}`, subject: player, why: "" } as const;
        await door.act(by, { ...deed, before: null, after: { text } }, () => conduct.addNote(note));
        return note;
      },
    ),

    adminSanction: createEndpoint(
      "/api/admin/people/:id/sanctions",
      { method: "POST", body: sanctionFormat, ...checked },
      async (request) => {
        const by = await door.staff(request.headers);
        const { kind, scope, minutes, reason } = request.body;
        const lobby = readCode(request.body.lobby ?? "") ?? "";
        if (scope === "lobby" && lobby === "") throw new ApiError("malformed", { lobby: "must say which" });
        const target = await personOf(request.params.id);
        const where = scope === "lobby" ? lobby : "";
        await door.answering(
          kind === "ban"
            ? sanctioning.ban(by, target, { scope, lobby: where, minutes, reason })
            : sanctioning.warn(by, target, reason, where),
        );
        return { sanctions: (await conduct.sanctionsOf(target.id)).map(shown) };
      },
    ),

    adminLift: createEndpoint(
      "/api/admin/sanctions/:id/lift",
      { method: "POST", body: liftFormat, ...checked },
      async (request) => {
        const by = await door.staff(request.headers);
        const sanction = await conduct.find(readAdminId(request.params.id));
        if (sanction === undefined) throw new ApiError("not_found");
        // What ran out by itself may have left a strike that counts on.
        const isOver = !isInForce(sanction, now()) && (sanction.strike === "" || sanction.liftedAt !== null);
        if (isOver) throw new ApiError("conflict");
        // Nobody of the staff takes off what was put on themselves.
        if (sanction.player === by.id) throw new ApiError("not_owner");
        await door.answering(sanctioning.lift(by, sanction, request.body.why));
        return { ok: true as const };
      },
    ),

    adminRole: createEndpoint(
      "/api/admin/people/:id/role",
      { method: "POST", body: roleFormat, ...checked },
      async (request) => {
        const by = await door.admin(request.headers);
        const player = readAdminId(request.params.id) as PlayerId;
        if (player === by.id || player === bootstrapAdmin) throw new ApiError("not_owner");
        // A guest has nothing that a role could be kept with.
        if ((await accounts.find(player)) === undefined) throw new ApiError("no_account", undefined, 404);
        const { role, why } = request.body;
        const before = { role: await roleOf(accounts, player) };
        const deed = { action: "person.role", target: `player:${player}`, subject: player, why } as const;
        await door.act(by, { ...deed, before, after: { role } }, async () => {
          if (!(await accounts.setRole(player, role))) throw new ApiError("no_account", undefined, 404);
          wire.tell("signed_out", { player });
        });
        return { ok: true as const };
      },
    ),
  };
};

const nothingKnown = { registered: false, role: "player", strikes: 0, banned: false, games: 0, lastAt: null } as const;

/** Which device it is, by which one could tell who shares it, is nobody's business. */
const shown = (sanction: Sanction): Sanction => ({ ...sanction, device: sanction.device === "" ? "" : "known" });

/** The admin who is always one is shown as one. */
const withRole = (person: PersonBrief): PersonBrief =>
  person.id === bootstrapAdmin ? { ...person, role: "admin" } : person;
