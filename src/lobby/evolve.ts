import type { AnyGame } from "../core/game.ts";
import type { PlayerId } from "../core/ids.ts";
import { newest } from "../core/newest.ts";
import { evolveConduct } from "./evolve-conduct.ts";
import type { LobbyEvent } from "./events.ts";
import { evolveEvening, laterEvening } from "./evolve-evening.ts";
import { added, inBuilding, looked, withMade, withMaking, withPlayed } from "./evolve-making.ts";
import { sealedBy, withAmendment } from "./sealing.ts";
import { isConnected, limits, type Lobby, makingOf, type Member, people, playOf, type Play, seenBy } from "./state.ts";

/** The modes that can be played, by name. */
export type Games = ReadonlyMap<string, AnyGame>;

/** Records an event: total, and it knows nothing of rules. An event that does not fit the stage changes nothing. */
export const evolve = (games: Games, lobby: Lobby, event: LobbyEvent): Lobby => {
  switch (event.type) {
    case "created":
      return {
        ...lobby,
        code: event.code,
        createdAt: event.at,
        ownerId: event.owner,
        // Settings that are newer than the lobby are as they are by default.
        settings: { ...lobby.settings, ...event.settings },
        bots: event.bots,
        timings: event.timings,
        emptySince: event.at,
      };
    case "joined":
      return withMember(arrived(lobby, event), {
        id: event.player,
        name: event.name,
        kind: event.kind,
        avatar: event.avatar,
        joinedAt: event.at,
        awaySince: undefined,
        bot: event.bot,
        device: event.device ?? "",
        staff: event.staff === true,
      });
    case "bot_tuned":
      return changeMember(lobby, event.player, (member) => ({ ...member, bot: event.bot }));
    case "returned":
      return changeMember(lobby, event.player, (member) => ({ ...member, awaySince: undefined }));
    case "dropped":
      return absent(
        changeMember(lobby, event.player, (member) => ({ ...member, awaySince: event.at })),
        event.player,
        event.at,
      );
    case "left": {
      const members = new Map(lobby.members);
      members.delete(event.player);
      return absent({ ...lobby, members }, event.player, event.at);
    }
    case "owner_changed":
      return { ...lobby, ownerId: event.player, ownerAwaySince: undefined };
    case "settings_changed":
      return { ...lobby, settings: { ...lobby.settings, ...event.changes } };
    case "bots_changed":
      return { ...lobby, bots: event.bots };
    case "muted":
    case "unmuted":
    case "banned":
    case "unbanned":
    case "struck":
    case "strikes_cleared":
    case "pardoned":
    case "chatted":
    case "line_removed":
    case "held":
    case "held_decided":
    case "wave_locked":
    case "wave_over":
    case "chat_expired":
      return evolveConduct(lobby, event);
    case "forgotten":
      return withoutTheirWords(games, evolveConduct(lobby, event), event.player);
    case "offered": {
      const { type: _, ...offer } = event;
      return { ...lobby, offer: { ...offer, accepted: new Set([event.player]), declined: new Set() } };
    }
    case "offer_answered":
      return { ...lobby, offer: answered(lobby.offer, event.player, event.accept) };
    case "offer_closed":
      return { ...lobby, offer: undefined };
    case "ordered":
      return {
        ...lobby,
        stage: {
          status: "building",
          making: {
            order: event.order,
            progress: { stage: "choosing", done: 0, total: event.order.count },
            endsAt: event.endsAt,
            made: 0,
          },
        },
      };
    case "progressed":
      return withMaking(lobby, (making) => ({ ...making, progress: event.progress }));
    case "built":
      return inBuilding(lobby, ({ making }) => ({
        status: "ready",
        order: making.order,
        questions: event.questions,
        making: event.more === true ? withMade(making, event.questions.length) : undefined,
        seen: new Set(),
      }));
    case "added":
      return added(lobby, event);
    case "build_failed":
      return inBuilding(lobby, () => ({ status: "failed", reason: event.reason }));
    case "previewed":
    case "question_dropped":
    case "question_edited":
      return looked(lobby, event);
    case "pictured":
      return { ...lobby, image: { ...event.image, topic: event.topic } };
    case "game_started": {
      const game = games.get(event.mode) as AnyGame;
      const state = game.evolve(undefined, event.first);
      const { game: id, mode, topic, at } = event;
      return {
        ...lobby,
        asked: newest(new Set([...lobby.asked, ...event.questions]), limits.askedKept),
        played: lobby.stage.status === "ready" ? withPlayed(lobby, lobby.stage.questions) : lobby.played,
        stage: {
          status: "in-progress",
          play: {
            id,
            mode,
            topic,
            state,
            offset: at,
            pausedAt: undefined,
            seen: seenBy(lobby),
            ...sealedBy(event, lobby),
          },
          making: makingOf(lobby),
        },
      };
    }
    case "in_game":
      return inPlay(lobby, (play) => ({
        ...withAmendment(play, event.amended),
        state: (games.get(play.mode) as AnyGame).evolve(play.state, event.event),
      }));
    case "paused":
      return inPlay(lobby, (play) => ({ ...play, pausedAt: event.at }));
    case "resumed":
      return inPlay(lobby, (play) => ({
        ...play,
        offset: play.offset + (event.at - (play.pausedAt ?? event.at)),
        pausedAt: undefined,
      }));
    case "game_completed": {
      const play = playOf(lobby);
      return play === undefined ? lobby : { ...lobby, stage: { status: "completed", play } };
    }
    case "evening_begun":
    case "evening_went_on":
    case "evening_scored":
    case "evening_ended":
      return evolveEvening(lobby, event);
    case "reported":
    case "flagged":
      return lobby;
    case "woken":
      return allAway(lobby, event.at);
    case "clock_moved":
      return withMaking(
        inPlay(laterEvening(lobby, event.by), (play) => ({ ...play, offset: play.offset + event.by })),
        (making) => ({ ...making, endsAt: making.endsAt + event.by }),
      );
    case "closed":
      return { ...lobby, closed: true };
  }
};

/** What somebody wrote in a game goes from it, also when it is over. */
const withoutTheirWords = (games: Games, lobby: Lobby, player: PlayerId): Lobby => {
  const { stage } = lobby;
  if (stage.status !== "in-progress" && stage.status !== "completed") return lobby;
  const { play } = stage;
  const forget = games.get(play.mode)?.forget;
  if (forget === undefined) return lobby;
  return { ...lobby, stage: { ...stage, play: { ...play, state: forget(play.state, player) } } };
};

/** New people are noted where a wave of them locks the lobby. */
const arrived = (lobby: Lobby, { kind, at }: { readonly kind: Member["kind"]; readonly at: number }): Lobby => {
  const { joinWave } = lobby.settings;
  return joinWave === 0 || kind === "bot" ? lobby : { ...lobby, arrivals: [...lobby.arrivals, at].slice(-joinWave) };
};

const withMember = (lobby: Lobby, member: Member): Lobby => ({
  ...lobby,
  members: new Map(lobby.members).set(member.id, member),
  emptySince: member.kind === "human" && isConnected(member) ? undefined : lobby.emptySince,
  ownerAwaySince: member.id === lobby.ownerId && isConnected(member) ? undefined : lobby.ownerAwaySince,
});

const changeMember = (lobby: Lobby, player: PlayerId, change: (member: Member) => Member): Lobby => {
  const member = lobby.members.get(player);
  return member === undefined ? lobby : withMember(lobby, change(member));
};

/** Notes since when the owner, or everybody, has been away. */
const absent = (lobby: Lobby, player: PlayerId, at: number): Lobby => ({
  ...lobby,
  ownerAwaySince: player === lobby.ownerId ? (lobby.ownerAwaySince ?? at) : lobby.ownerAwaySince,
  emptySince: people(lobby).some(isConnected) ? undefined : (lobby.emptySince ?? at),
});

/** Nobody is connected to a lobby that has just been woken; their seats' lives begin anew. */
const allAway = (lobby: Lobby, at: number): Lobby => ({
  ...lobby,
  members: new Map([...lobby.members].map(([id, member]) => [id, { ...member, awaySince: at }])),
  emptySince: at,
  ownerAwaySince: lobby.ownerId !== "" && lobby.members.has(lobby.ownerId) ? at : lobby.ownerAwaySince,
});

const answered = (offer: Lobby["offer"], player: PlayerId, accept: boolean): Lobby["offer"] => {
  if (offer === undefined) return undefined;
  const accepted = new Set(offer.accepted);
  const declined = new Set(offer.declined);
  (accept ? accepted : declined).add(player);
  (accept ? declined : accepted).delete(player);
  return { ...offer, accepted, declined };
};

const inPlay = (lobby: Lobby, change: (play: Play) => Play): Lobby =>
  lobby.stage.status === "in-progress"
    ? { ...lobby, stage: { ...lobby.stage, play: change(lobby.stage.play) } }
    : lobby;
