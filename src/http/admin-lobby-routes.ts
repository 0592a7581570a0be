import type { Admin } from "../admin/admin.ts";
import { announceFormat, closeLobbyFormat, removeLineFormat } from "../protocol/admin.ts";
import type { AdminDoor } from "./admin-door.ts";
import { readCode } from "./codes.ts";
import { checked, createEndpoint } from "./endpoint.ts";
import { ApiError } from "./errors.ts";

/** What runs, a look into it, and what the staff do to it. */
export const adminLobbyRoutes = ({ overview, looking, lobbies, wire }: Admin, door: AdminDoor) => {
  const lobbyIn = (text: string): string => {
    const code = readCode(text);
    if (code === undefined) throw new ApiError("lobby_not_found");
    return code;
  };

  return {
    adminOverview: createEndpoint("/api/admin/overview", { method: "GET" }, async (request) => {
      await door.staff(request.headers);
      await overview.refreshOpen();
      return overview.now();
    }),

    adminLook: createEndpoint("/api/admin/lobbies/:code", { method: "GET" }, async (request) => {
      await door.staff(request.headers);
      const look = await looking.at(lobbyIn(request.params.code));
      if (look.lobby === null) throw new ApiError("lobby_not_found");
      return look;
    }),

    adminRemoveLine: createEndpoint(
      "/api/admin/lobbies/:code/remove-line",
      { method: "POST", body: removeLineFormat, ...checked },
      async (request) => {
        const by = await door.staff(request.headers);
        const code = lobbyIn(request.params.code);
        const { message: id, why } = request.body;
        const line = await looking.lineOf(code, id);
        if (line === undefined) throw new ApiError("no_such_message", undefined, 404);
        const before = { message: id, name: line.name, text: line.text };
        const deed = { action: "line.remove", target: `lobby:${code}`, subject: line.player, why, before, after: null };
        const hand = { player: by.id, staff: true };
        const command = { type: "remove_line", hand, id, reason: why.slice(0, 200) } as const;
        await door.act(by, deed, () => lobbies.command(code, command));
        return { ok: true as const };
      },
    ),

    adminCloseLobby: createEndpoint(
      "/api/admin/lobbies/:code/close",
      { method: "POST", body: closeLobbyFormat, ...checked },
      async (request) => {
        const by = await door.staff(request.headers);
        const code = lobbyIn(request.params.code);
        const { lobby } = await looking.at(code);
        if (lobby === null) throw new ApiError("lobby_not_found");
        const { title = "", status = "" } = lobby as { readonly title?: string; readonly status?: string };
        const deed = { action: "lobby.close", target: `lobby:${code}`, subject: "", why: request.body.why } as const;
        const before = { title, status };
        await door.act(by, { ...deed, before, after: null }, () =>
          lobbies.command(code, { type: "close", hand: { player: by.id, staff: true } }),
        );
        return { ok: true as const };
      },
    ),

    adminAnnounceHere: createEndpoint(
      "/api/admin/lobbies/:code/announce",
      { method: "POST", body: announceFormat, ...checked },
      async (request) => {
        const by = await door.staff(request.headers);
        const code = lobbyIn(request.params.code);
        const { text, why } = request.body;
        const deed = { action: "lobby.announce", target: `lobby:${code}`, subject: "", why } as const;
        await door.act(by, { ...deed, before: null, after: { text } }, () => lobbies.announce(code, text));
        return { ok: true as const };
      },
    ),

    adminAnnounce: createEndpoint(
      "/api/admin/announce",
      { method: "POST", body: announceFormat, ...checked },
      async (request) => {
        const by = await door.staff(request.headers);
        const { text, why } = request.body;
        const deed = { action: "server.announce", target: "server", subject: "", why } as const;
        await door.act(by, { ...deed, before: null, after: { text } }, async () => wire.tell("announce", { text }));
        return { ok: true as const };
      },
    ),
  };
};
