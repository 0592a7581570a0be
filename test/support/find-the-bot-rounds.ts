import assert from "node:assert/strict";
import type { Client } from "@colyseus/core";
import { OwnViews } from "../../rooms/own-views.ts";
import { Mover } from "../../src/bots/moves/mover.ts";
import type { SeenState } from "../../src/bots/lobby-feed.ts";
import { personas, type Persona } from "../../src/bots/personas.ts";
import { asAnyGame } from "../../src/core/game.ts";
import type { PlayerId } from "../../src/core/ids.ts";
import { onceFor } from "../../src/core/once.ts";
import { type Random, seededRandom } from "../../src/core/random.ts";
import { findTheBot } from "../../src/games/find-the-bot/index.ts";
import type { FindTheBot } from "../../src/games/find-the-bot/state.ts";
import type { LobbyCommand } from "../../src/lobby/commands.ts";
import { gamesOf, lobbyOf } from "../../src/lobby/index.ts";
import { nothingPast } from "../../src/lobby/ladder.ts";
import { notices, urgencyOf } from "../../src/lobby/notices.ts";
import { type Lobby, playOf } from "../../src/lobby/state.ts";
import { view as viewOf } from "../../src/lobby/view.ts";
import type { Notices } from "../../src/protocol/notices.ts";
import { personOf, roomOf, Talker } from "./find-the-bot-people.ts";
import { create, fresh, hand, join, judged, rules } from "./lobby.ts";
import { VirtualTime } from "./virtual-time.ts";

/**
 * The real lobby, game, own views and bots (without a model), with people of find-the-bot-people.ts, on a clock that
 * does not wait. Sizes are those of the JSON of what is told; the frames themselves add the same to each.
 */

/** Something one client got: a part of the state that changed, or a notice; `at` is ms since the talk began. */
export type Got = { readonly at: number; readonly name: string; readonly bytes: number; readonly value: unknown };

/** All that one client got of one round up to the end of the vote, and what it could not know. */
export type SeenRound = {
  /** By kind, from the roster. */
  readonly people: number;
  readonly bots: number;
  readonly aliases: readonly { readonly id: string; readonly name: string; readonly colour: number }[];
  /** Those of the client itself. */
  readonly own: readonly string[];
  readonly got: readonly Got[];
  /** The aliases of bots. */
  readonly truth: ReadonlySet<string>;
  /** Who was behind each alias, as everybody is told after the vote. */
  readonly owners: ReadonlyMap<string, string>;
  /** The earlier rounds of the same game: of those who was who is known. */
  readonly before: readonly SeenRound[];
};

const games = gamesOf([asAnyGame(findTheBot)]);
const lobbies = lobbyOf(games);
const talkSeconds = 120;

/** Turns of the microtask queue that a planner without a model takes at most. */
const turns = 8;

type View = ReturnType<typeof viewOf>;
type Mine = Notices["mine"];

/** `pace` is the bots': 1 is as people have it. */
type Company = { readonly people: number; readonly bots: number; readonly rounds: number; readonly pace: number };

/** One lobby that plays one game of some rounds, in virtual time, and what one of those in it gets. */
class Evening {
  readonly seen: SeenRound[] = [];
  readonly #time = new VirtualTime(1_000_000);
  readonly #random: Random;
  readonly #pace: number;
  readonly #people: readonly PlayerId[];
  readonly #movers = new Map<PlayerId, Mover>();
  readonly #persons: ReadonlyMap<PlayerId, ReturnType<typeof personOf>>;
  #talkers = new Map<PlayerId, Talker>();
  readonly #own: OwnViews;
  readonly #watcher: PlayerId | undefined;
  readonly #shown = onceFor((lobby: Lobby): View => viewOf(games, lobby, this.#time.now()));
  #lobby: Lobby = lobbies.initial;
  #last: View | undefined;
  #got: Got[] = [];
  #mine: Mine | undefined;
  #phase = "";
  #openedAt = 0;

  constructor(seed: string, { people, bots, rounds, pace }: Company) {
    this.#pace = pace;
    this.#random = seededRandom(seed);
    const ids = (kind: string, count: number) =>
      Array.from({ length: count }, (_, index) => `${kind}${index}` as PlayerId);
    this.#people = ids("ann", people);
    const room = roomOf(this.#random);
    this.#persons = new Map(this.#people.map((id) => [id, personOf(this.#random, room)]));
    this.#watcher = this.#random() < 0.5 ? this.#people[0] : undefined;
    const clients = new Map<PlayerId, Client>();
    const clientOf = (hear: (mine: Mine) => void) =>
      ({ send: (_: string, mine: Mine) => hear(mine) }) as unknown as Client;
    this.#own = new OwnViews(games, (player) => clients.get(player));
    for (const id of this.#people) {
      if (id !== this.#watcher) continue;
      clients.set(
        id,
        clientOf((mine) => this.#note("mine", (this.#mine = mine))),
      );
    }
    const options = { rounds, talk: talkSeconds };
    const settings = { mode: "find-the-bot", options, maxPlayers: 16 };
    this.#do({ ...create(settings, bots, this.#people[0]), fresh: { id: `game of ${seed}`, seed } });
    for (const id of this.#people) this.#do(join(id));
    for (const [index, id] of ids("bot", bots).entries()) {
      this.#do(join(id, "bot", `Bot ${index}`));
      const mover = this.#moverOf(id, personas[index % personas.length] as Persona);
      this.#movers.set(id, mover);
      clients.set(
        id,
        clientOf((mine) => mover.hear(mine)),
      );
    }
    const wish = {};
    this.#do({ type: "start", hand: hand(this.#people[0] as PlayerId), wish, fresh: { id: `game of ${seed}`, seed } });
  }

  /** Plays to the end. */
  async play(): Promise<void> {
    for (let events = 0; this.#view.game.phase !== "podium"; events++) {
      assert(events < 200_000, "it never ends");
      const due = lobbies.nextDeadline(this.#lobby) ?? Infinity;
      const next = Math.min(due, this.#time.next);
      if (due <= next) {
        this.#time.to(due - 0.001);
        this.#time.to(due);
        this.#do({ type: "tick" });
      } else this.#time.to(next);
      // Bots plan as promises.
      if (this.#movers.size > 0) for (let turn = 0; turn < turns; turn++) await Promise.resolve();
    }
  }

  get #view(): View {
    return this.#shown(this.#lobby);
  }

  #moverOf(id: PlayerId, persona: Persona): Mover {
    const { now, wait } = this.#time;
    return new Mover({
      me: id,
      persona,
      recall: () => undefined,
      random: seededRandom(`${id} ${this.#random()}`),
      compose: () => Promise.resolve(undefined),
      now,
      wait,
      pace: this.#pace,
      look: () => ({ state: this.#view as unknown as SeenState, skill: persona.skill, offset: 0 }),
      move: (move) => void this.#move(id, move),
    });
  }

  #move(id: PlayerId, move: { readonly ask: string; readonly text?: string; readonly number?: number }, tier = 0) {
    const kind = this.#movers.has(id) ? ("bot" as const) : ("human" as const);
    const person = { id, name: id, kind };
    const found = move.text === undefined ? undefined : judged(move.text, tier);
    return this.#do({ type: "move", person, move, judged: found, past: nothingPast, rules, fresh: fresh() });
  }

  #do(command: LobbyCommand): boolean {
    const now = this.#time.now();
    const decision = lobbies.decide(this.#lobby, command, now);
    if (!decision.ok) return false;
    for (const [index, event] of decision.events.entries()) {
      this.#lobby = decision.states?.[index] ?? lobbies.evolve(this.#lobby, event);
      if (urgencyOf(games, this.#lobby, event) !== "never") this.#look();
      for (const notice of notices(games, this.#lobby, event)) this.#tell(notice);
    }
    this.#own.tell(this.#lobby);
    return true;
  }

  /** What everybody gets when the state has changed. */
  #look(): void {
    const view = this.#view;
    if (view === this.#last) return;
    const before = this.#last;
    this.#last = view;
    if (view.game.phase !== this.#phase) this.#enter(view);
    for (const [name, text] of view.game.more) {
      if (text !== before?.game.more.get(name)) this.#note(name, JSON.parse(text), text.length);
    }
    if (before === undefined || before.players === view.players) return;
    for (const [id, player] of view.players) {
      const was = before.players.get(id);
      if (was?.connected !== player.connected || was.muted !== player.muted) {
        this.#note("roster", { id, connected: player.connected, muted: player.muted });
      }
    }
  }

  #tell({ to, type, payload }: ReturnType<typeof notices>[number]): void {
    if (to !== "all" || type !== "line") return;
    const { alias, text } = payload as { readonly alias: string; readonly text: string };
    this.#note("line", payload);
    for (const mover of this.#movers.values()) mover.told(type, payload);
    for (const [id, talker] of this.#talkers)
      if (!this.#aliasesOf(id).some((one) => one.id === alias)) talker.hear(text);
  }

  #note(name: string, value: unknown, bytes = Buffer.byteLength(JSON.stringify(value))): void {
    this.#got.push({ at: this.#time.now() - this.#openedAt, name, bytes, value });
  }

  #enter(view: View): void {
    this.#phase = view.game.phase;
    if (this.#phase === "talking") this.#open(view);
    if (this.#phase === "voting") this.#vote();
    if (this.#phase === "unmasked") this.#close();
  }

  get #state(): FindTheBot {
    return playOf(this.#lobby)?.state as unknown as FindTheBot;
  }

  #aliasesOf(player: PlayerId) {
    return (this.#state.round?.aliases ?? []).filter((alias) => alias.player === player);
  }

  #open(view: View): void {
    this.#got = [];
    this.#openedAt = this.#time.now();
    const { aliases, prompt } = JSON.parse(view.game.more.get("round") ?? "") as {
      readonly aliases: SeenRound["aliases"];
      readonly prompt: { readonly text: string };
    };
    this.#talkers = new Map();
    for (const [id, person] of this.#persons) {
      const own = this.#aliasesOf(id);
      if (own.length === 0) continue;
      const send = (alias: string, text: string): boolean => {
        const tier = this.#random() < 0.01 ? 2 : 0;
        return this.#move(id, { ask: `speak-${view.game.number}-${alias}`, text }, tier);
      };
      const others = aliases.filter((one) => own.every((mine) => mine.id !== one.id));
      const talk = { time: this.#time, random: this.#random, own, others, promptLetters: prompt.text.length, send };
      const talker = new Talker(person, talk);
      this.#talkers.set(id, talker);
      if (this.#random() < 0.04) this.#leave(id, talker);
    }
  }

  /** Somebody's connection is gone for a while, or for the rest of the round. */
  #leave(id: PlayerId, talker: Talker): void {
    const from = this.#random() * talkSeconds * 1000;
    this.#time.wait(() => {
      talker.stop();
      this.#do({ type: "drop", player: id });
    }, from);
    const away = this.#random() < 0.4 ? 5000 + 30_000 * this.#random() : talkSeconds * 1000 - from + 41_000;
    this.#time.wait(() => {
      this.#do(join(id));
      talker.resume();
    }, from + away);
  }

  #vote(): void {
    for (const talker of this.#talkers.values()) talker.stop();
    this.#talkers = new Map();
    const { number } = this.#view.game;
    for (const id of this.#people) {
      const move = { ask: `suspects-${number}`, number: 0 };
      this.#time.wait(() => void this.#move(id, move), 5000 + 25_000 * this.#random());
    }
  }

  #close(): void {
    const { round, players } = this.#state;
    const aliases = round?.aliases ?? [];
    const bots = [...players.values()].filter(({ bot }) => bot).length;
    this.seen.push({
      people: players.size - bots,
      bots,
      aliases: aliases.map(({ id, name, colour }) => ({ id, name, colour })),
      own: this.#watcher === undefined ? [] : ((this.#mine?.own as { aliases?: string[] } | undefined)?.aliases ?? []),
      got: this.#got,
      before: [...this.seen],
      owners: new Map(aliases.map(({ id, player }) => [id, player])),
      truth: new Set(aliases.filter(({ player }) => players.get(player)?.bot === true).map(({ id }) => id)),
    });
    this.#got = [];
  }
}

/** So many rounds of lobbies of two to six people and one to four bots; who is alone knows that the others are bots. */
export const seenRounds = async (seed: string, count: number, pace = 1): Promise<readonly SeenRound[]> => {
  const rounds: SeenRound[] = [];
  const random = seededRandom(`${seed} lobbies`);
  for (let index = 0; rounds.length < count; index++) {
    const [people, bots] = [2 + Math.floor(random() * 5), 1 + Math.floor(random() * 4)];
    const evening = new Evening(`${seed} ${index}`, { people, bots, rounds: 5, pace });
    await evening.play();
    rounds.push(...evening.seen);
  }
  return rounds.slice(0, count);
};
