import { matchMaker } from "@colyseus/core";
import type { LobbyRoom } from "../../rooms/lobby-room.ts";
import type { Services } from "../../rooms/services.ts";
import { fold } from "../core/decider.ts";
import { gamesOf, lobbyOf } from "../lobby/index.ts";
import type { ChatLine, Lobby } from "../lobby/state.ts";
import { view } from "../lobby/view.ts";
import type { AdminNotices, LookedLine } from "../protocol/admin.ts";

type Look = AdminNotices["look"];

const linesShown = 50;

/** Looks into lobbies, at what anybody there sees: they have no seat, are not counted, and keep nothing awake. */
export type Looking = {
  readonly at: (code: string) => Promise<Look>;
  /** A line that is still in a lobby's chat. */
  readonly lineOf: (code: string, message: string) => Promise<ChatLine | undefined>;
};

export const lookingOf = (services: Pick<Services, "games" | "journal" | "now">): Looking => {
  const games = gamesOf(services.games);
  const decider = lobbyOf(games);

  /** A lobby that sleeps or that another process runs, from what has happened in it. */
  const fromJournal = async (code: string) => {
    const found = await services.journal.find(code);
    if (found === undefined || found.status === "closed") return undefined;
    const lobby = fold(decider.evolve, decider.initial, await services.journal.read(code));
    return { lobby, asleep: found.asleep };
  };

  return {
    at: async (code) => {
      const room = roomHere(code);
      if (room !== undefined) return { code, lobby: room.publicView(), chat: linesOf(room.lobby) };
      const known = await fromJournal(code);
      if (known === undefined) return { code, lobby: null, chat: [] };
      const { lobby, asleep } = known;
      const { players, ...shown } = view(games, lobby, services.now());
      return { code, lobby: { ...shown, players: Object.fromEntries(players), asleep }, chat: linesOf(lobby) };
    },
    lineOf: async (code, message) => {
      const lobby = roomHere(code)?.lobby ?? (await fromJournal(code))?.lobby;
      return lobby?.chat.find(({ id }) => id === message);
    },
  };
};

/** The room of a lobby that this process runs. */
const roomHere = (code: string): LobbyRoom | undefined => {
  const room = matchMaker.getLocalRoomById(code) as unknown as LobbyRoom | undefined;
  return room?.isRunning === true ? room : undefined;
};

const linesOf = ({ chat }: Lobby): readonly LookedLine[] =>
  chat.slice(-linesShown).map(({ id, player, name, kind, text, at }) => ({ id, player, name, kind, text, at }));
