import type { Random } from "../chaos-random.ts";
import { Histogram } from "../histogram.ts";

/** A database server as a queue: some cores do the work of a transaction, then one flush makes all durable that wait. */
export type DatabaseWish = {
  readonly players: number;
  readonly lobbySize: number;
  /** Seconds between two questions of a lobby; answers come within so many of them. */
  readonly answerEvery: number;
  readonly answerWithin: number;
  /** Writes beside answers (lines, joins, …), for one person and second. */
  readonly otherWrites: number;
  readonly cores: number;
  readonly cpuMs: number;
  readonly flushMs: number;
  readonly processes: number;
  readonly poolSize: number;
  readonly seconds: number;
};

export type CommitFigures = {
  readonly p50Ms: number;
  readonly p99Ms: number;
  readonly busy: number;
  /** Answers and other events that one commit made durable, on average. */
  readonly eventsACommit: number;
};

type Lobby = { readonly process: number; waiting: number[]; isWriting: boolean };
type Event = { readonly at: number; readonly run: () => void };

/** What happens next, soonest first. */
class Agenda {
  readonly #heap: Event[] = [];
  now = 0;

  at(at: number, run: () => void): void {
    const heap = this.#heap;
    let index = heap.push({ at, run }) - 1;
    while (index > 0) {
      const parent = (index - 1) >> 1;
      if ((heap[parent] as Event).at <= at) break;
      [heap[index], heap[parent]] = [heap[parent] as Event, heap[index] as Event];
      index = parent;
    }
  }

  /** Takes what is next; false when there is nothing until the end. */
  step(end: number): boolean {
    const heap = this.#heap;
    const [first] = heap;
    if (first === undefined || first.at > end) return false;
    const last = heap.pop() as Event;
    if (heap.length > 0) {
      heap[0] = last;
      this.#sink();
    }
    this.now = first.at;
    first.run();
    return true;
  }

  #sink(): void {
    const heap = this.#heap;
    for (let index = 0; ;) {
      const left = 2 * index + 1;
      const least = [left, left + 1].reduce(
        (best, child) => ((heap[child]?.at ?? Infinity) < (heap[best] as Event).at ? child : best),
        index,
      );
      if (least === index) return;
      [heap[index], heap[least]] = [heap[least] as Event, heap[index] as Event];
      index = least;
    }
  }
}

/**
 * Plays so many seconds of answers and other events through lobbies, pools and the database: a lobby has one write on
 * its way and gathers the rest for the next one; a process has so many connections; the database has so many cores.
 */
export const simulateCommits = (wish: DatabaseWish, random: Random): CommitFigures => {
  const agenda = new Agenda();
  const times = new Histogram();
  const warmUp = Math.min(2, wish.seconds / 4) * 1000;
  const lobbies = Array.from({ length: Math.ceil(wish.players / wish.lobbySize) }, (_, nth): Lobby => ({
    process: nth % wish.processes,
    waiting: [],
    isWriting: false,
  }));
  const free = Array.from({ length: wish.processes }, () => wish.poolSize);
  const forPool = Array.from({ length: wish.processes }, (): Lobby[] => []);
  const forCore: (() => void)[] = [];
  let toFlush: (() => void)[] = [];
  let [idle, busyMs, commits, events, isFlushing] = [wish.cores, 0, 0, 0, false];

  const flush = (): void => {
    const durable = toFlush;
    toFlush = [];
    isFlushing = durable.length > 0;
    if (!isFlushing) return;
    agenda.at(agenda.now + wish.flushMs, () => {
      for (const done of durable) done();
      flush();
    });
  };
  const onCore = (done: () => void): void => {
    if (idle === 0) return void forCore.push(() => onCore(done));
    idle--;
    const takes = wish.cpuMs * (0.5 + random());
    busyMs += takes;
    agenda.at(agenda.now + takes, () => {
      idle++;
      forCore.shift()?.();
      done();
    });
  };
  const write = (lobby: Lobby): void => {
    if ((free[lobby.process] as number) === 0) return void (forPool[lobby.process] as Lobby[]).push(lobby);
    free[lobby.process] = (free[lobby.process] as number) - 1;
    const batch = lobby.waiting;
    lobby.waiting = [];
    onCore(() => {
      toFlush.push(() => {
        commits++;
        events += batch.length;
        for (const at of batch) if (at > warmUp) times.record(agenda.now - at);
        free[lobby.process] = (free[lobby.process] as number) + 1;
        lobby.isWriting = lobby.waiting.length > 0;
        if (lobby.isWriting) write(lobby);
        const next = (forPool[lobby.process] as Lobby[]).shift();
        if (next !== undefined) write(next);
      });
      if (!isFlushing) flush();
    });
  };
  const happens = (lobby: Lobby): void => {
    lobby.waiting.push(agenda.now);
    if (lobby.isWriting) return;
    lobby.isWriting = true;
    write(lobby);
  };

  const end = wish.seconds * 1000;
  for (const lobby of lobbies) {
    for (let asked = random() * wish.answerEvery - wish.answerEvery; asked < wish.seconds; asked += wish.answerEvery) {
      for (let player = 0; player < wish.lobbySize; player++) {
        const at = (asked + wish.answerWithin * random()) * 1000;
        if (at >= 0 && at < end) agenda.at(at, () => happens(lobby));
      }
    }
    const gapMs = 1000 / (wish.otherWrites * wish.lobbySize);
    for (let at = -Math.log(1 - random()) * gapMs; at < end; at -= Math.log(1 - random()) * gapMs)
      agenda.at(at, () => happens(lobby));
  }
  // What is still on its way then counts as having waited until then.
  while (agenda.step(end));
  for (const { waiting } of lobbies) for (const at of waiting) times.record(end - at);
  return {
    p50Ms: times.quantile(0.5),
    p99Ms: times.quantile(0.99),
    busy: busyMs / end / wish.cores,
    eventsACommit: events / Math.max(1, commits),
  };
};
