import assert from "node:assert/strict";
import type { AnyGame, AnyGameEvent, AnyGameState, GameCommand, GameNotice, GameView } from "../../../src/core/game.ts";
import type { PlayerId } from "../../../src/core/ids.ts";
import { commandOf, waitOf } from "./acting.ts";
import type { Laws } from "./law.ts";
import { difference, frozen, oddity } from "./plain.ts";
import type { Script } from "./script.ts";
import { crew, type Setting, settingOf } from "./setting.ts";
import { ownOf, Twin } from "./twin.ts";

/** No mode's view or private part of one with so few people is longer, as text. */
const longest = 24_000;
/** After how many changes it is looked at closely. */
const lookEvery = 4;
/** How much is done when it is over. */
const afterEnd = 3;
const mostTurns = 2000;
/** So late a tick may come: a process that was killed needs a while. */
const lateMs = 90_000;

const plain = (value: unknown, name: string): void => {
  const found = oddity(value);
  if (found !== undefined) assert.fail(`${name} is no plain JSON: ${found}`);
};

/** Plays one script and holds a mode to its laws on the way. */
export class Play {
  readonly #game: AnyGame;
  readonly #laws: Laws<AnyGameState, AnyGameEvent>;
  readonly #setting: Setting;
  readonly #twin: Twin | undefined;
  readonly #log: AnyGameEvent[] = [];
  readonly #brought = new Map<PlayerId, number>();
  readonly #reached: (name: string) => void;
  #state: AnyGameState;
  #view: GameView;
  /** As it was when the game ended. */
  #result: ReturnType<AnyGame["result"]>;
  #now = 0;
  #steps = 0;
  #after = 0;
  #looks = 0;

  /** Every fourth script makes all that is past throw when it is changed; to the others, the replay tells. */
  readonly #keep: <T>(value: T) => T;

  constructor(game: AnyGame, laws: Laws<AnyGameState, AnyGameEvent>, script: Script, reached: (name: string) => void) {
    this.#game = game;
    this.#laws = laws;
    this.#reached = reached;
    this.#keep = (script.set[7] ?? 0) % 4 === 0 ? frozen : (value) => value;
    this.#setting = settingOf(game, script);
    const { setup } = this.#setting;
    let state: AnyGameState | undefined;
    for (const event of this.#keep(game.start(setup))) {
      state = this.#keep(game.evolve(state, event));
      this.#log.push(event);
    }
    assert(state !== undefined, "a game starts with an event");
    this.#state = state;
    this.#view = game.view(state);
    const dice = Math.floor((script.set[7] ?? 0) / 4);
    const secret = laws.secrets[dice % Math.max(1, laws.secrets.length)];
    const keeper = setup.players[Math.floor(dice / 8) % setup.players.length]?.id as PlayerId;
    const about = { keeper, number: 1 + (Math.floor(dice / 64) % 2) };
    this.#twin = secret && new Twin(game, secret, about, this.#setting);
  }

  run({ steps }: Script): void {
    for (const step of steps) {
      if (this.#view.phase === "podium" && (this.#after += 1) > afterEnd) break;
      this.#wait(waitOf(step), step[3] % 23 === 0);
      const scene = { game: this.#game, state: this.#state, view: this.#view, setting: this.#setting };
      const command = commandOf(scene, step);
      if (command.type === "tick" && step[3] % 4 > 0) this.#now = Math.max(this.#now, this.#due() ?? this.#now);
      this.#tell(command);
    }
    this.#look(true);
    this.#replay();
    this.#end();
  }

  #due(): number | undefined {
    return this.#game.nextDeadline(this.#state);
  }

  /** Every deadline on the way is kept, unless whoever should keep it sleeps. */
  #wait(ms: number, isAsleep: boolean): void {
    const until = this.#now + (isAsleep ? lateMs : ms);
    if (!isAsleep) this.#tickUntil(until);
    this.#now = until;
  }

  #tickUntil(until: number): void {
    let turns = 0;
    for (let due = this.#due(); due !== undefined && due <= until; due = this.#due()) {
      assert((turns += 1) < mostTurns, "it goes on and on");
      this.#now = Math.max(this.#now, due);
      this.#tell({ type: "tick" });
    }
  }

  #tell(command: GameCommand): void {
    const before = this.#state;
    const decision = this.#game.decide(before, this.#keep(command), this.#now);
    const notices: GameNotice[] = [];
    if (decision.ok) {
      for (const event of this.#keep(decision.events)) notices.push(...this.#record(event));
      if (command.type === "tick") {
        const due = this.#due();
        if (due !== undefined && due <= this.#now) assert.fail(`a tick at ${this.#now} leaves ${due} due`);
      }
    }
    if (this.#state !== before) this.#compare(before, command);
    this.#twin?.follow(
      { command, now: this.#now, state: this.#state, view: this.#view, isAccepted: decision.ok, notices },
      before,
    );
  }

  #record(event: AnyGameEvent): readonly GameNotice[] {
    const before = this.#state;
    this.#state = this.#keep(this.#game.evolve(before, event));
    this.#log.push(event);
    for (const [player, points] of this.#laws.brought?.(event, before) ?? [])
      this.#brought.set(player, (this.#brought.get(player) ?? 0) + points);
    this.#game.mayGather(event);
    const notices = this.#game.notices(event, this.#state);
    for (const notice of notices) this.#checkNotice(notice);
    return notices;
  }

  #checkNotice({ player, type, payload }: GameNotice): void {
    plain(payload, `a notice of ${type}`);
    if (type !== "result" || player === "all") return;
    const score = this.#game.view(this.#state).players.get(player)?.score;
    const { total } = payload as { readonly total: number };
    if (score !== undefined && total !== score) assert.fail(`${player} is told ${total} where all see ${score}`);
  }

  /** What may be after a step, beside what was before it. */
  #compare(before: AnyGameState, command: GameCommand): void {
    const was = this.#view;
    this.#view = this.#game.view(this.#state);
    const { phase, players } = this.#view;
    this.#reached(phase);
    for (const name of this.#laws.landmarks?.(this.#state) ?? []) this.#reached(name);
    const mayLose = command.type === "correct" || this.#laws.mayLose?.(this.#state) === true;
    for (const [player, { score }] of players) {
      if (!Number.isFinite(score)) assert.fail(`${player} has ${score} points`);
      const had = was.players.get(player)?.score ?? score;
      if (score < had && !mayLose) assert.fail(`${player} has lost points: ${had} to ${score}`);
    }
    this.#laws.holds?.(this.#state, before);
    if (phase === "podium" && was.phase !== "podium") this.#checkResult();
    if ((this.#steps += 1) % lookEvery === 0) this.#look();
  }

  /** What everybody sees, and what one player alone is asked and told: plain, short, and without what nobody may know. */
  #look(isLast = false): void {
    const [game, state, view] = [this.#game, this.#state, this.#view];
    const viewer = crew[(this.#looks += 1) % crew.length]?.id as PlayerId;
    const asks = game.asks?.(state, viewer) ?? [];
    for (const { purpose } of asks) this.#reached(purpose);
    const own = ownOf(game, state, viewer);
    plain(view.more, "the view");
    plain(own, "what a player is told");
    if (new Set(asks.map(({ id }) => id)).size < asks.length) assert.fail("two asks have one id");
    if (asks.length > 0 && game.isPlain?.(state) === true) assert.fail("asks in a game that says it has none");
    const unsaid = this.#laws.unsaid?.(state) ?? [];
    if (unsaid.length > 0 || isLast) this.#read([JSON.stringify(view), JSON.stringify(own)], unsaid);
    this.#checkDisguise();
    this.#checkSums();
  }

  #read(texts: readonly string[], unsaid: readonly string[]): void {
    for (const text of texts) {
      if (text.length > longest) assert.fail(`${text.length} signs are shown`);
      for (const secret of unsaid) if (text.includes(secret)) assert.fail(`${secret} is told`);
    }
  }

  #checkDisguise(): void {
    const [game, state] = [this.#game, this.#state];
    const other = this.#laws.disguise?.(state, 1 + (this.#looks % 5));
    if (other === undefined || other === state) return;
    const seen = (one: AnyGameState) => [game.view(one), game.nextDeadline(one), game.recall?.(one, undefined)];
    const found = difference(seen(other), seen(state));
    if (found !== undefined) assert.fail(`what nobody may know shows by ${found}`);
  }

  /** Points are what questions and rounds have brought, and nothing else. */
  #checkSums(): void {
    if (this.#view.phase === "podium" || this.#laws.isVeiled?.(this.#state) === true) return;
    const sums = this.#laws.brought === undefined ? this.#recorded() : this.#brought;
    for (const [player, { score }] of this.#view.players) {
      const brought = sums.get(player) ?? 0;
      if (score !== brought) assert.fail(`${player} has ${score} points, where ${brought} were brought`);
    }
  }

  #recorded(): ReadonlyMap<PlayerId, number> {
    const sums = new Map<PlayerId, number>();
    const add = (player: PlayerId, points: number) => sums.set(player, (sums.get(player) ?? 0) + points);
    for (const { struck, gifts = [], outcomes } of this.#game.record(this.#state)) {
      for (const { player, points } of gifts) add(player, points);
      if (struck !== true) for (const { player, points } of outcomes) add(player, points);
    }
    return sums;
  }

  #checkResult(): void {
    const result = this.#game.result(this.#state);
    const { players, stopped } = this.#view;
    assert(result !== undefined, "a podium without a result");
    this.#result = result;
    assert.equal(result.counts, !stopped, "what was stopped does not count");
    for (const { player, score, rank } of result.standings) {
      const shown = players.get(player);
      if (shown?.score !== score || shown.rank !== rank) assert.fail(`${player}'s result is not what is shown`);
    }
    assert.equal(result.standings.length, players.size, "a result of others than are shown");
    if (result.standings.some(({ rank }, index) => rank < (result.standings[index - 1]?.rank ?? 1)))
      assert.fail("standings are not best first");
    if (this.#laws.endsWithMore === true) return;
    const sums = this.#laws.brought === undefined ? this.#recorded() : this.#brought;
    for (const { player, score } of result.standings) assert.equal(score, sums.get(player) ?? 0, "a final sum");
  }

  #replay(): void {
    const log = JSON.parse(JSON.stringify(this.#log)) as readonly AnyGameEvent[];
    const replayed = log.reduce<AnyGameState | undefined>(this.#game.evolve, undefined);
    assert.equal(difference(replayed, this.#state), undefined, "the log rebuilds another state");
    plain(this.#game.record(this.#state), "the record");
  }

  /** What was to come from outside may never come; then ticks alone bring the end. */
  #end(): void {
    this.#tell({ type: "extend", questions: [], last: true });
    this.#tickUntil(Infinity);
    assert.equal(this.#view.phase, "podium", "nothing is due, and it is not over");
    assert.equal(
      difference(this.#game.result(this.#state), this.#result),
      undefined,
      "the result changes after the end",
    );
    for (const { id } of crew)
      if ((this.#game.asks?.(this.#state, id) ?? []).length > 0) assert.fail("asks after the end");
  }
}
