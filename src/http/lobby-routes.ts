import { matchMaker } from "@colyseus/core";
import { z } from "zod";
import { barredOf } from "../../rooms/visitor.ts";
import type { LobbyMetadata } from "../../rooms/listing.ts";
import type { LobbyRoom } from "../../rooms/lobby-room.ts";
import type { Reach } from "../../rooms/waker.ts";
import type { Identity } from "../accounts/tokens.ts";
import type { Recorder } from "../admin/recorder.ts";
import { areOptions, type Options } from "../core/options.ts";
import type { LobbyCommand } from "../lobby/commands.ts";
import { defaultSettings, gamesOf } from "../lobby/index.ts";
import { anyBot, type Settings } from "../lobby/state.ts";
import { newLobbyFormat, settingsFormat } from "../protocol/messages.ts";
import { newCode, readCode } from "./codes.ts";
import { type HttpContext, identify } from "./context.ts";
import { checked, createEndpoint } from "./endpoint.ts";
import { ApiError } from "./errors.ts";
import { asRefusal } from "./outages.ts";

export const listFormat = z.object({
  limit: z.coerce.number().int().min(1).max(100).default(50),
  cursor: z.string().max(64).optional(),
});

/** With so many tries a code is found unless nearly all are taken. */
const codeTries = 50;
/** Lobbies one person may have open at once, in all processes together. */
const liveMost = 20;

type PackWish = { readonly source?: string | undefined; readonly pack?: string | undefined };

type Listing = { readonly roomId: string; readonly metadata?: LobbyMetadata | undefined; readonly clients: number };

/** Making, finding, changing and closing lobbies. */
export const lobbyRoutes = (context: HttpContext, { act }: Recorder) => {
  const { services, config, limits } = context;

  const make = async (identity: Identity, body: z.output<typeof newLobbyFormat>): Promise<string> => {
    checkMode(body.mode, body.options);
    await checkPack(identity, body);
    checkTexts(services, body);
    const elsewhere = { owner: "", lobby: "" } as const;
    const ban = await services.conduct.barring(barredOf(identity), elsewhere, services.now()).catch(asRefusal);
    if (ban !== undefined) throw new ApiError("banned");
    await limits.newLobby.count(identity.id);
    const open = await services.journal.running(identity.id).catch(asRefusal);
    if (open >= liveMost) throw new ApiError("too_fast");
    if (matchMaker.stats.local.roomCount >= config.MAX_LOBBIES || !context.isReady())
      throw new ApiError("not_available");
    const code = await unusedCode(services);
    const made = await context.waker.make(code, { command: creation(code, identity, body, services) }).catch(asRefusal);
    if (!made.ok) throw new ApiError(made.code);
    return code;
  };

  const games = gamesOf(services.games);
  const checkMode = (mode: string, options: Options = {}): void => {
    const game = games.get(mode);
    if (game === undefined) throw new ApiError("not_available", { mode: "is not there" }, 400);
    if (!areOptions(game.options ?? {}, options)) throw new ApiError("no_such_option");
  };

  /** A pack that is named must be there for who names it; the source `pack` needs one. */
  const checkPack = async (identity: Identity, { source, pack }: PackWish): Promise<void> => {
    if (pack !== undefined && pack !== "") {
      if (!(await services.mayPlayPack(pack, identity))) throw new ApiError("not_found", { pack: "is not there" });
    } else if (source === "pack") throw new ApiError("malformed", { pack: "must say which" });
  };

  const lobbyOf = async (text: string): Promise<Reach> => {
    const code = readCode(text);
    const room = code === undefined ? undefined : await context.waker.reach(code).catch(asRefusal);
    if (room === undefined) throw new ApiError("lobby_not_found");
    return room;
  };

  const command = async (text: string, asked: LobbyCommand): Promise<{ ok: true }> => {
    const outcome = await (await lobbyOf(text)).command(asked).catch(asRefusal);
    if (!outcome.ok) throw new ApiError(outcome.code);
    return { ok: true };
  };

  /** A look wakes nobody: of a lobby that sleeps, what the list would show. */
  const show = async (text: string): Promise<object> => {
    const code = readCode(text);
    const room =
      code === undefined ? undefined : (matchMaker.getLocalRoomById(code) as unknown as LobbyRoom | undefined);
    if (room !== undefined) return room.publicView();
    const found = code === undefined ? undefined : await services.journal.find(code).catch(asRefusal);
    if (found === undefined || found.status === "closed") throw new ApiError("lobby_not_found");
    if (found.asleep) return { ...found.listing, asleep: true };
    // Another process runs it; while that does not answer, the list has to do.
    const shown: unknown = await matchMaker
      .remoteRoomCall(found.stream, "publicView" as never, [])
      .catch(() => found.listing);
    return Object(shown) as object;
  };

  /** What an admin does to the lobby of somebody else is written down first. */
  const commandBy = async (
    by: Identity,
    text: string,
    asked: Extract<LobbyCommand, { readonly type: "settings" | "close" }>,
  ): Promise<{ ok: true }> => {
    const code = asked.hand.staff ? readCode(text) : undefined;
    const found = code === undefined ? undefined : await services.journal.find(code).catch(asRefusal);
    if (found === undefined || found.owner === by.id) return command(text, asked);
    const deed = { action: `lobby.${asked.type}`, target: `lobby:${code}`, subject: "", why: "" } as const;
    const after = asked.type === "settings" ? asked.changes : null;
    return act(by, { ...deed, before: null, after }, () => command(text, asked));
  };

  return {
    makeLobby: createEndpoint("/api/lobbies", { method: "POST", body: newLobbyFormat, ...checked }, async (request) => {
      const identity = await identify(context, request.headers?.get("authorization"));
      const code = await make(identity, request.body);
      request.setStatus(201);
      return { code, url: `${config.PUBLIC_URL ?? hostOf(request.headers)}/l/${code}` };
    }),

    listLobbies: createEndpoint("/api/lobbies", { method: "GET", query: listFormat, ...checked }, async (request) => {
      const { limit, cursor } = request.query;
      const listings: Listing[] = await matchMaker.query({ name: "lobby", private: false });
      const sorted = listings.toSorted((a, b) => (a.roomId < b.roomId ? -1 : 1));
      const rest = cursor === undefined ? sorted : sorted.filter(({ roomId }) => roomId > cursor);
      const page = rest.slice(0, limit);
      const next = rest.length > limit ? page.at(-1)?.roomId : undefined;
      return { lobbies: page.map(({ metadata }) => metadata), ...(next === undefined ? {} : { cursor: next }) };
    }),

    showLobby: createEndpoint("/api/lobbies/:code", { method: "GET" }, (request) => show(request.params.code)),

    changeLobby: createEndpoint(
      "/api/lobbies/:code",
      { method: "PATCH", body: settingsFormat, ...checked },
      async (request) => {
        const identity = await identify(context, request.headers?.get("authorization"));
        const hand = { player: identity.id, staff: identity.role === "admin" };
        if (request.body.mode !== undefined) checkMode(request.body.mode, request.body.options);
        checkTexts(services, request.body);
        if (request.body.pack !== undefined) await checkPack(identity, request.body);
        const fresh = { id: services.newId(), seed: services.newId(), nonce: services.newId() };
        const changes = Object.fromEntries(Object.entries(request.body).filter(([, value]) => value !== undefined));
        return commandBy(identity, request.params.code, { type: "settings", hand, changes, fresh });
      },
    ),

    closeLobby: createEndpoint("/api/lobbies/:code", { method: "DELETE" }, async (request) => {
      const identity = await identify(context, request.headers?.get("authorization"));
      const hand = { player: identity.id, staff: identity.role === "admin" };
      return commandBy(identity, request.params.code, { type: "close", hand });
    }),
  };
};

/** What stands on a lobby's door, or is asked of its bots, must be fit. */
const checkTexts = (
  { isFit }: Pick<HttpContext["services"], "isFit">,
  texts: { readonly [Field in DoorText]?: string | undefined },
): void => {
  const unfit = doorTexts.filter((field) => !isFit(texts[field] ?? "", field));
  if (unfit.length > 0)
    throw new ApiError("blocked", Object.fromEntries(unfit.map((field) => [field, "can't be used"])));
};

const doorTexts = ["title", "topic", "prompt"] as const;
type DoorText = (typeof doorTexts)[number];

const unusedCode = async ({ journal }: HttpContext["services"]): Promise<string> => {
  for (let tries = 0; tries < codeTries; tries++) {
    const code = newCode();
    if ((await journal.find(code).catch(asRefusal)) === undefined) return code;
  }
  throw new ApiError("not_available");
};

const creation = (
  code: string,
  owner: Identity,
  body: z.output<typeof newLobbyFormat>,
  { newId, timings, settings: server }: HttpContext["services"],
): LobbyCommand & { readonly type: "create" } => {
  const { bots, start, title, source, ...given } = body;
  const chosen = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
  return {
    type: "create",
    code,
    owner: owner.id,
    settings: {
      ...defaultSettings,
      level: server.current().level,
      ...(chosen as Partial<Settings>),
      source: given.pack === "" ? (source ?? defaultSettings.source) : "pack",
      title: title ?? `${owner.name}'s lobby`,
      autoStart: start === "auto",
    },
    bots: Array.from({ length: bots }, () => anyBot),
    timings,
    fresh: { id: newId(), seed: newId(), nonce: newId() },
  };
};

const hostOf = (headers: Headers | undefined): string =>
  `${headers?.get("x-forwarded-proto") ?? "http"}://${headers?.get("host") ?? "localhost"}`;
