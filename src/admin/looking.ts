import { matchMaker } from "@colyseus/core";
import type { LobbyRoom } from "../../rooms/lobby-room.ts";
import type { Services } from "../../rooms/services.ts";
import { fold } from "../core/decider.ts";
import { gamesOf, lobbyOf } from "../lobby/index.ts";
import type { Lobby } from "../lobby/state.ts";
import { view } from "../lobby/view.ts";
import type { AdminNotices, LookedLine } from "../protocol/admin.ts";

type Look = AdminNotices["look"];

const linesShown = 50;

/** A look into a lobby, at what anybody there sees: it has no seat, is not counted, and keeps nothing awake. */
export const lookOf = (services: Pick<Services, "games" | "journal" | "now">) => {
  const games = gamesOf(services.games);
  const decider = lobbyOf(games);

  /** Of a lobby that sleeps or that another process runs, from what has happened in it. */
  const fromJournal = async (code: string): Promise<Look> => {
    const found = await services.journal.find(code);
    if (found === undefined || found.status === "closed") return { code, lobby: null, chat: [] };
    const lobby = fold(decider.evolve, decider.initial, await services.journal.read(code));
    const { players, ...shown } = view(games, lobby, services.now());
    return {
      code,
      lobby: { ...shown, players: Object.fromEntries(players), asleep: found.asleep },
      chat: linesOf(lobby),
    };
  };

  return async (code: string): Promise<Look> => {
    const room = roomHere(code);
    return room === undefined ? fromJournal(code) : { code, lobby: room.publicView(), chat: linesOf(room.lobby) };
  };
};

/** The room of a lobby that this process runs. */
const roomHere = (code: string): LobbyRoom | undefined => {
  const room = matchMaker.getLocalRoomById(code) as unknown as LobbyRoom | undefined;
  return room?.isRunning === true ? room : undefined;
};

const linesOf = ({ chat }: Lobby): readonly LookedLine[] =>
  chat.slice(-linesShown).map(({ id, player, name, kind, text, at }) => ({ id, player, name, kind, text, at }));
