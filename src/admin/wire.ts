import type { AdminNotices, LobbyBrief, ProcessHealth } from "../protocol/admin.ts";
import type { Log } from "../telemetry/log.ts";

/** What the processes of one server tell each other for the staff; plain JSON. */
type WireMessages = {
  /** Somebody is banned from the server: they are put out wherever they are. */
  readonly expel: { readonly player: string };
  /** What was put on somebody has changed: what is remembered of it is of no use. */
  readonly conduct: { readonly player: string };
  /** Somebody's tokens have been ended. */
  readonly signed_out: { readonly player: string };
  /** Somebody's sessions for the staff's pages have been ended. */
  readonly session_ended: { readonly player: string };
  /** Something waits to be told to somebody. */
  readonly notes: { readonly player: string };
  readonly announce: { readonly text: string };
  /** A process asks who has seen somebody, and another has. */
  readonly sought: { readonly ask: string; readonly player: string };
  readonly sighted: { readonly ask: string; readonly name: string; readonly device: string };
  /** The server's settings have changed. */
  readonly settings: Readonly<Record<string, never>>;
  /** What moderators have said is fit, or is no longer, has changed. */
  readonly words: Readonly<Record<string, never>>;
  readonly lobbies: LobbiesNews;
  /** A process missed something, and asks all to tell everything. */
  readonly lobbies_wanted: Readonly<Record<string, never>>;
  readonly review: AdminNotices["review"];
  readonly audit: AdminNotices["audit"];
};
type WireTopic = keyof WireMessages;

/** How a process and its lobbies do. What has not changed since the number before is left out, unless `whole`. */
export type LobbiesNews = {
  readonly process: string;
  readonly number: number;
  readonly at: number;
  readonly whole: boolean;
  readonly changed: readonly LobbyBrief[];
  readonly gone: readonly string[];
  readonly health: ProcessHealth;
};

/** The part of Colyseus' presence that this needs: within a process, or between processes by Redis. */
export type Presence = {
  readonly publish: (topic: string, data: unknown) => unknown;
  readonly subscribe: (topic: string, listener: (data: unknown) => void) => Promise<unknown>;
  readonly unsubscribe: (topic: string, listener: (data: unknown) => void) => unknown;
};

export type Wire = {
  /**
   * Tells this process at once and all others by the presence. What can't be told them is lost: nothing that must last
   * goes this way alone.
   */
  readonly tell: <Topic extends WireTopic>(topic: Topic, message: WireMessages[Topic]) => void;
  /** Listens from now on; gives what ends it. */
  readonly hear: <Topic extends WireTopic>(
    topic: Topic,
    listener: (message: WireMessages[Topic]) => void,
  ) => Promise<() => void>;
};

type Letter = { readonly from: string; readonly message: unknown };

/** The wire of one process. `presence` is asked for when it is needed: there is none before the server listens. */
export const wireOf = (process: string, presence: () => Presence, log: Log): Wire => {
  const here = new Map<WireTopic, Set<(message: unknown) => void>>();
  const worry = (error: unknown): void => log.warn({ err: error }, "other processes can't be told, or heard");
  return {
    tell: (topic, message) => {
      for (const take of here.get(topic) ?? []) take(message);
      const letter: Letter = { from: process, message };
      try {
        Promise.resolve(presence().publish(channelOf(topic), letter)).catch(worry);
      } catch (error) {
        worry(error);
      }
    },
    hear: async (topic, listener) => {
      // A listener that throws must not keep the others from hearing.
      const take = (message: unknown): void => {
        try {
          listener(message as never);
        } catch (error) {
          log.error({ topic, err: error }, "what a process told was not followed");
        }
      };
      const open = (data: unknown): void => {
        const { from, message } = data as Letter;
        if (from !== process) take(message);
      };
      const listeners = here.get(topic) ?? new Set();
      here.set(topic, listeners.add(take));
      const channel = channelOf(topic);
      const on = presence();
      // While it can't be reached, this process at least hears itself; the presence subscribes again by itself.
      await on.subscribe(channel, open).catch(worry);
      return () => {
        listeners.delete(take);
        Promise.resolve(on.unsubscribe(channel, open)).catch(worry);
      };
    },
  };
};

const channelOf = (topic: WireTopic): string => `parlor:${topic}`;
