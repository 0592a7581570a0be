import type { Client } from "@colyseus/core";
import { history, isHushed } from "../src/lobby/chat.ts";
import { rankingPage } from "../src/lobby/crowd.ts";
import type { Hand, LobbyCommand, Wish } from "../src/lobby/commands.ts";
import { forever, type Lobby } from "../src/lobby/state.ts";
import { maySteer, mayStart } from "../src/lobby/playing.ts";
import type { Messages } from "../src/protocol/messages.ts";
import { parseChatCommand } from "../src/protocol/chat-commands.ts";
import { done, type Handlers, type Outcome, refused } from "./base-room.ts";
import { previewHandlers } from "./preview-handlers.ts";
import { type ChatAnswers, chatAnswers } from "./chat-answers.ts";
import { movingOf } from "./moving.ts";
import type { Services } from "./services.ts";
import { talkOf, type Talking } from "./talking.ts";
import type { Visitor } from "./visitor.ts";

/** What the handlers need of their room. */
export type Desk = ChatAnswers &
  Pick<Talking, "games"> & {
    readonly services: Services;
    readonly lobby: () => Lobby;
    readonly visitorOf: (client: Client) => Visitor;
    /** Decides a command and answers when it is durable. */
    readonly decide: (command: LobbyCommand) => Promise<Outcome>;
    /** Tells all, but for the sender, something that is over as soon as it is said. */
    readonly tellOthers: (client: Client, type: "typing" | "react", payload: object) => void;
  };

const triviaCount = 10;
const defaultMuteMinutes = 10;

/** Every message of a lobby, turned into a command by who sent it. */
export const lobbyHandlers = (desk: Desk): Handlers => {
  const { services, decide, visitorOf } = desk;
  const fresh = () => ({ id: services.newId(), seed: services.newId(), nonce: services.newId() });
  const hand = (client: Client): Hand => {
    const { identity } = visitorOf(client);
    return { player: identity.id, staff: identity.role !== "player" };
  };
  const startOrSuggest = (client: Client, wish: Wish): Promise<Outcome> => {
    const { id } = visitorOf(client).identity;
    const command = { wish, fresh: fresh() };
    return mayStart(desk.lobby(), hand(client))
      ? decide({ type: "start", hand: hand(client), ...command })
      : decide({ type: "suggest", player: id, ...command });
  };
  const answers = chatAnswers(desk);
  /** A watcher has no seat, even where the same person has one elsewhere. */
  const seated = (client: Client, act: () => Outcome | Promise<Outcome>): Outcome | Promise<Outcome> =>
    visitorOf(client).as === "player" ? act() : refused("not_a_player");
  /** What is to stand on the door, or to be asked of bots, must be fit as it is. */
  const fitting = (
    { title = "", topic = "", prompt = "" }: Texts,
    act: () => Outcome | Promise<Outcome>,
  ): Outcome | Promise<Outcome> =>
    services.isFit(title, "title") && services.isFit(topic, "topic") && services.isFit(prompt, "prompt")
      ? act()
      : refused("blocked");
  /** A pack that is named must be there for who names it. */
  const withPack = async (
    client: Client,
    { pack }: { readonly pack?: string | undefined },
    act: () => Promise<Outcome>,
  ): Promise<Outcome> =>
    pack === undefined || pack === "" || (await services.mayPlayPack(pack, visitorOf(client).identity))
      ? act()
      : refused("not_found");
  /** The same of every game of an evening. */
  const allFitting = async (client: Client, wishes: readonly Wish[], act: () => Promise<Outcome>): Promise<Outcome> => {
    for (const wish of wishes) {
      const outcome = await fitting(wish, () => withPack(client, wish, async () => done()));
      if (!outcome.ok) return outcome;
    }
    return act();
  };
  /** What the staff do in a lobby that is not theirs is written down. */
  const audited = async (
    client: Client,
    entry: {
      readonly action: string;
      readonly player?: string;
      readonly why?: string | undefined;
      readonly after: unknown;
    },
    act: () => Promise<Outcome>,
  ): Promise<Outcome> => {
    const { identity } = visitorOf(client);
    const { code, ownerId } = desk.lobby();
    if (identity.role === "player" || identity.id === ownerId) return act();
    const { action, player = "", why = "", after } = entry;
    const target = player === "" ? `lobby:${code}` : `player:${player}`;
    const subject = player as Hand["player"];
    const added = {
      actor: identity.id,
      actorName: identity.name,
      action,
      target,
      subject,
      why,
      before: { lobby: code },
      after,
    };
    await services.audit.add(added, services.now());
    return act();
  };
  const talking = { services, games: desk.games, lobby: desk.lobby, visitorOf, decide };
  const toTalk = talkOf(talking);
  const toMove = movingOf(talking);

  const steer = (type: "pause" | "resume" | "skip" | "stop") => (client: Client) =>
    decide({ type, hand: hand(client) });

  const changeBots = async (by: Hand, message: Messages["bots"]): Promise<Outcome> => {
    if ("remove" in message) return decide({ type: "remove_bot", hand: by, player: message.remove as Hand["player"] });
    if ("set" in message) {
      const { set, ...changes } = message;
      return decide({ type: "tune_bot", hand: by, player: set as Hand["player"], changes: withoutGaps(changes) });
    }
    const { add, count, skill = null, talk = null, brain = null, prompt } = message;
    if (prompt !== undefined) {
      const outcome = await decide({ type: "settings", hand: by, changes: { prompt }, fresh: fresh() });
      if (!outcome.ok) return outcome;
    }
    return decide({ type: "add_bots", hand: by, count, wish: { persona: add ?? null, skill, talk, brain } });
  };

  return {
    chat: (client, { text }) => {
      const { as, identity } = visitorOf(client);
      if (as === "screen") return refused("not_a_player");
      const command = parseChatCommand(text);
      switch (command?.type) {
        case undefined:
          return toTalk(client, text);
        case "trivia":
          return seated(client, () =>
            fitting(command, () => startOrSuggest(client, { mode: "quiz", topic: command.topic, count: triviaCount })),
          );
        case "offer":
          return seated(client, () =>
            decide({ type: "offer", player: identity.id, id: undefined, accept: command.accept }),
          );
        case "score":
        case "leaderboard":
        case "help":
        case "unknown":
          return answers(client, command);
      }
    },
    move: (client, move) => seated(client, () => toMove(client, move)),
    typing: (client, { on }) => {
      const { as, identity } = visitorOf(client);
      if (as === "screen") return refused("not_a_player");
      if (isHushed(desk.games, desk.lobby())) return refused("hushed");
      desk.tellOthers(client, "typing", { player: identity.id, on });
      return done();
    },
    react: (client, { emoji }) => {
      const { as, identity } = visitorOf(client);
      if (as === "screen") return refused("not_a_player");
      if (isHushed(desk.games, desk.lobby())) return refused("hushed");
      desk.tellOthers(client, "react", { player: identity.id, emoji });
      return done();
    },
    answer: (client, message) =>
      seated(client, () =>
        decide({
          type: "play",
          player: visitorOf(client).identity.id,
          message: { type: "answer", ...withoutGaps(message) },
        }),
      ),
    start: (client, wish) =>
      fitting(wish, () =>
        withPack(client, wish, () => decide({ type: "start", hand: hand(client), wish, fresh: fresh() })),
      ),
    evening: (client, message) => {
      const by = hand(client);
      if ("next" in message) return decide({ type: "next_in_evening", hand: by });
      if ("end" in message) return decide({ type: "end_evening", hand: by });
      const { begin: items, gap, led } = message;
      return allFitting(client, items, () =>
        decide({ type: "begin_evening", hand: by, items, gapMs: gap * 1000, led, fresh: fresh() }),
      );
    },
    offer: (client, { id, accept }) =>
      seated(client, () => decide({ type: "offer", player: visitorOf(client).identity.id, id, accept })),
    ranking: (_client, { from }) => done(rankingPage(desk.games, desk.lobby(), from)),
    history: (_client, message) => done(history(desk.lobby(), "before" in message ? message.before : undefined)),
    settings: (client, changes) =>
      fitting(changes, () =>
        withPack(client, changes, () =>
          decide({ type: "settings", hand: hand(client), changes: withoutGaps(changes), fresh: fresh() }),
        ),
      ),
    strike: (client, { question }) => decide({ type: "correct", hand: hand(client), question, right: null }),
    pause: steer("pause"),
    resume: steer("resume"),
    skip: steer("skip"),
    stop: steer("stop"),
    ...previewHandlers({ services, lobby: desk.lobby, hand, seated, decide }),
    kick: (client, { player, ban = false, minutes, reason = "" }) =>
      audited(
        client,
        {
          action: ban ? "lobby.ban" : "lobby.kick",
          player,
          why: reason,
          after: ban ? { minutes: minutes ?? null } : null,
        },
        () =>
          decide({
            type: "kick",
            hand: hand(client),
            player: player as Hand["player"],
            ban,
            minutes,
            reason,
            fresh: fresh(),
          }),
      ),
    mute: (client, { player, minutes = defaultMuteMinutes, reason = "" }) =>
      audited(client, { action: "lobby.mute", player, why: reason, after: { minutes } }, () =>
        decide({ type: "mute", hand: hand(client), player: player as Hand["player"], minutes, reason, fresh: fresh() }),
      ),
    unban: (client, { player }) =>
      audited(client, { action: "lobby.unban", player, after: null }, () =>
        decide({ type: "unban", hand: hand(client), player: player as Hand["player"] }),
      ),
    bans: (client) =>
      maySteer(desk.lobby(), hand(client)) ? done(bansIn(desk.lobby(), services.now())) : refused("not_owner"),
    remove: (client, { message, reason = "" }) =>
      audited(client, { action: "line.remove", why: reason, after: { message } }, () =>
        decide({ type: "remove_line", hand: hand(client), id: message, reason }),
      ),
    held: async (client, { id, allow }) => {
      const by = hand(client);
      const outcome = await decide({ type: "decide_held", hand: by, id, allow });
      if (outcome.ok) void settleHeld(services, id, allow, by.player);
      return outcome;
    },
    transfer: (client, { player }) =>
      decide({ type: "transfer", hand: hand(client), player: player as Hand["player"] }),
    suggest: (client, wish) =>
      seated(client, () =>
        fitting(wish, () =>
          withPack(client, wish, () =>
            decide({ type: "suggest", player: visitorOf(client).identity.id, wish, fresh: fresh() }),
          ),
        ),
      ),
    bots: (client, message) => fitting("prompt" in message ? message : {}, () => changeBots(hand(client), message)),
    report: (client, message) =>
      seated(client, async () => {
        const player = visitorOf(client).identity.id;
        if (!(await services.mayReport(player))) return refused("too_fast");
        return decide({
          type: "report",
          player,
          message: "message" in message ? message.message : undefined,
          question: "question" in message ? message.question : undefined,
          about: "player" in message ? (message.player as Hand["player"]) : undefined,
          reason: message.reason,
          fresh: fresh(),
        });
      }),
    time: () => done(services.now()),
  };
};

type Texts = {
  readonly title?: string | undefined;
  readonly topic?: string | undefined;
  readonly prompt?: string | undefined;
};

/** Who may not come in just now. */
const bansIn = ({ banned }: Lobby, now: number) => ({
  bans: [...banned]
    .filter(([, { until }]) => until > now)
    .map(([player, { name, reason, until, at, by }]) => ({
      player,
      name,
      reason,
      until: until === forever ? null : until,
      at,
      byRules: by === "",
    })),
});

/** What the owner has decided about a line need not wait for a moderator. */
const settleHeld = async (
  { reviews, now, log }: Services,
  id: string,
  allow: boolean,
  by: Hand["player"],
): Promise<void> => {
  try {
    await reviews.decide(id, { state: allow ? "allowed" : "denied", by, why: "", at: now(), learn: false });
  } catch (error) {
    log.warn({ err: error }, "a held line was not settled in the queue");
  }
};

/** The same without the fields that are undefined. */
const withoutGaps = <T extends object>(fields: T) =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]: Exclude<T[K], undefined>;
  };
