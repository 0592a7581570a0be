import type { Random } from "../core/random.ts";
import { Gate, type Turn } from "./gate.ts";
import type { GateSettings } from "./gate-settings.ts";
import { LobbyFeed, type SeenState } from "./lobby-feed.ts";
import { sceneOf } from "./scene.ts";
import { screen } from "./screen.ts";
import { offerPhrase, scripted } from "./script/scripted.ts";
import { type Speaker, type Voice, type Words, wordsFor } from "./speaking.ts";
import { StoryTime } from "./story-time.ts";
import type { Heard, Occasion } from "./talk.ts";
import { pause, soonestMs, typingMs, typingSign } from "./typing.ts";

export type CompanyOptions = {
  readonly code: string;
  readonly settings: GateSettings;
  readonly voice: Voice | undefined;
  readonly random: Random;
  /** ms since 1970. */
  readonly now: () => number;
  /** 1 is a person's pace. */
  readonly pace: number;
};

/** How many lines are remembered, and how often a story that waits for a bot is looked at, in ms. */
const remembered = 40;
const storyRetryMs = 2000;
/** Of a script's lines some can't be said while a question is open. */
const scriptTries = 4;
const storyWaitMs = 30_000;

/**
 * The bots of one lobby as a company: one of them listens for all, the gate says whose turn it is, and what is said is
 * looked at before anybody hears it. It knows what their frames show and nothing else.
 */
export class Company {
  readonly #options: CompanyOptions;
  readonly #gate: Gate;
  /** What is shown to the bots, which is what is shown to everybody. */
  readonly feed = new LobbyFeed();
  readonly #story = new StoryTime();
  readonly #speakers = new Map<string, Speaker>();
  /** When each of them has said something last. */
  readonly #saidAt = new Map<string, number>();
  readonly #chat: Heard[] = [];
  #phase = "";
  #open: { readonly id: string; readonly prompt: string; readonly choices: readonly string[] } | undefined;
  #people: ReadonlySet<string> | undefined;
  #offeredAt = -Infinity;
  /** A story that waits for a bot's sentence. */
  #waiting: { readonly occasion: Occasion; readonly until: number } | undefined;
  #timer: NodeJS.Timeout | undefined;
  #speaking: AbortController | undefined;

  constructor(options: CompanyOptions) {
    this.#options = options;
    this.#gate = new Gate(options.settings, options.random);
  }

  get isEmpty(): boolean {
    return this.#speakers.size === 0;
  }

  /** Takes a bot in, or learns that it is another one now: more talkative, or muted. */
  seat(speaker: Speaker, { talk, muted }: { readonly talk: number; readonly muted: boolean }): void {
    this.#speakers.set(speaker.id, speaker);
    const name = speaker.state()?.players.get(speaker.id)?.name ?? speaker.persona.name;
    this.#gate.seat({ id: speaker.id, name, talk, muted });
    this.#arm();
  }

  leave(id: string): void {
    this.#speakers.delete(id);
    this.#saidAt.delete(id);
    this.#gate.leave(id);
    if (!this.isEmpty) return;
    clearTimeout(this.#timer);
    this.#speaking?.abort();
  }

  /** A line that everybody heard, as one of the bots heard it. */
  heard(by: string, line: Heard): void {
    if (!this.#isEar(by)) return;
    this.#chat.push(line);
    if (this.#chat.length > remembered) this.#chat.shift();
    this.#gate.heard(line);
    if (line.kind === "human") this.#hearStory(line);
    this.#arm();
  }

  /** The lobby as one of the bots sees it now. */
  look(by: string, { status, game, players }: SeenState): void {
    if (!this.#isEar(by)) return;
    const now = this.#options.now();
    const phase = status === "in-progress" ? game.phase : "";
    if (phase !== this.#phase) {
      this.#phase = phase;
      this.#gate.phase(phase, now);
      if (phase !== "") this.#endStory();
      this.#arm();
    }
    this.#lookAround([...players.values()].filter(({ kind, connected }) => kind === "human" && connected));
  }

  /** Something happened to one bot that it might remark on. */
  moment(by: string, occasion: Occasion): void {
    this.#use(this.#gate.moment(occasion, by, this.#options.now()));
    this.#arm();
  }

  /** One listens for all: the bot that has been here longest. */
  #isEar(id: string): boolean {
    return this.#speakers.keys().next().value === id;
  }

  #lookAround(people: readonly { readonly id: string; readonly name: string }[]): void {
    const before = this.#people;
    if (before?.size === people.length && people.every(({ id }) => before.has(id))) return;
    const now = this.#options.now();
    this.#people = new Set(people.map(({ id }) => id));
    this.#gate.people(people.length, now);
    this.#arm();
    const newcomer = people.find(({ id }) => before !== undefined && !before.has(id));
    if (newcomer === undefined || this.#phase !== "") return;
    this.#use(this.#gate.moment({ type: "arrival", name: newcomer.name }, undefined, now));
  }

  #hearStory(line: Heard): void {
    const now = this.#options.now();
    const occasion = this.#phase === "" ? this.#story.hear(line, now) : undefined;
    if (occasion === null) return;
    this.#waiting = occasion && { occasion, until: now + storyWaitMs * this.#options.pace };
    this.#tellOn();
  }

  #endStory(): void {
    this.#story.end();
    this.#waiting = undefined;
  }

  /** A bot's sentence, as soon as the gate lets one speak. */
  #tellOn(): void {
    const now = this.#options.now();
    if (this.#waiting !== undefined && now >= this.#waiting.until) this.#waiting = undefined;
    if (this.#waiting === undefined) return;
    this.#use(this.#gate.moment(this.#waiting.occasion, undefined, now));
  }

  #use(turn: Turn | undefined): void {
    if (turn === undefined) return;
    // Whoever is asked by name while a story is told goes on with it.
    const waiting = this.#waiting;
    const isStory = waiting !== undefined && (turn.occasion.type === "mention" || turn.occasion.type === "story");
    if (isStory) this.#waiting = undefined;
    void this.#speak(turn, isStory ? waiting.occasion : turn.occasion).finally(() => this.#arm());
  }

  async #speak(turn: Turn, occasion: Occasion): Promise<void> {
    const { now, pace } = this.#options;
    const speaker = this.#speakers.get(turn.bot);
    const state = speaker?.state();
    if (speaker === undefined || state === undefined) return this.#gate.passed(turn, now());
    const controller = new AbortController();
    this.#speaking = controller;
    const lines = occasion.type === "mention" && state.slowMode === 0 && this.#gate.mayGoOn(turn) ? 2 : 1;
    const typing = typingSign(speaker);
    typing(true);
    let began = now();
    for await (const words of this.#wordsFor(turn, occasion, speaker, state, lines, controller.signal)) {
      const soonest = (this.#saidAt.get(speaker.id) ?? -Infinity) + soonestMs(words.text);
      await pause(Math.max(began + typingMs(words.text) * pace, soonest) - now(), controller.signal);
      typing(false);
      const line = controller.signal.aborted ? undefined : this.#finalLine(turn, occasion, speaker, words);
      if (line === undefined) break;
      this.#say(turn, occasion, speaker, line);
      if (words.isLast || !this.#gate.goOn(turn, now())) break;
      typing(true);
      began = now();
    }
    typing(false);
    this.#gate.passed(turn, now());
  }

  #say(turn: Turn, occasion: Occasion, speaker: Speaker, line: string): void {
    const { now } = this.#options;
    this.#gate.spoke(turn, now());
    if (occasion.type === "story") this.#story.told(line);
    this.#saidAt.set(speaker.id, now());
    speaker.say(line);
    if (!turn.offer && !(line.includes(offerPhrase) && this.#mayOffer(now()))) return;
    this.#offeredAt = now();
    speaker.suggest();
  }

  #wordsFor(
    turn: Turn,
    occasion: Occasion,
    { id, persona }: Speaker,
    state: SeenState,
    lines: number,
    signal: AbortSignal,
  ): AsyncGenerator<Words, void> {
    const { random, voice, code } = this.#options;
    const scene = sceneOf(state, id, this.#chat, occasion);
    const person = turn.occasion.type === "mention" ? turn.occasion.line.player : "";
    return wordsFor({ turn, scene, persona, voice, random, lobby: code, person, lines, signal });
  }

  /** By what is on the table at the moment of speaking, which may be another than when the words were found. */
  #finalLine(turn: Turn, occasion: Occasion, speaker: Speaker, said: Words): string | undefined {
    const { now, random } = this.#options;
    const still = this.#gate.recheck(turn, now());
    const state = speaker.state();
    if (still === undefined || state === undefined) return undefined;
    // A question was opened while the model was thinking: it has not seen it, but nobody can know that.
    const isLate = still.scriptedOnly && said.byModel;
    const first = isLate ? undefined : this.#screened(said.text, state);
    if (first !== undefined || (said.byModel && !isLate)) return first;
    const scene = sceneOf(state, speaker.id, this.#chat, occasion);
    for (let tries = 0; tries < scriptTries; tries++) {
      const text = scripted(speaker.persona, scene, random);
      const line = text === undefined ? undefined : this.#screened(text, state);
      if (line !== undefined) return line;
    }
    return undefined;
  }

  #screened(text: string, { game, players }: SeenState): string | undefined {
    const { id, prompt, choices } = game.question;
    // One object a question, as what guards it is made once.
    if (game.phase !== "question") this.#open = undefined;
    else if (this.#open?.id !== id) this.#open = { id, prompt, choices: [...choices] };
    const names = [...players.values()].map(({ name }) => name);
    // What a model was told by us is looked for where it was told.
    const looked = screen(text, { names, systemText: "", openQuestion: this.#open });
    return looked.ok ? looked.text : undefined;
  }

  #mayOffer(now: number): boolean {
    return this.#phase === "" && now - this.#offeredAt >= this.#options.settings.offer.everyMs;
  }

  #arm(): void {
    clearTimeout(this.#timer);
    if (this.isEmpty) return;
    const { now, pace } = this.#options;
    const story = this.#waiting === undefined ? Infinity : now() + storyRetryMs * pace;
    const due = Math.min(this.#gate.nextDue(now()) ?? Infinity, story);
    if (due === Infinity) return;
    this.#timer = setTimeout(() => this.#ring(), Math.max(10, due - now()));
    this.#timer.unref();
  }

  #ring(): void {
    this.#use(this.#gate.tick(this.#options.now()));
    this.#tellOn();
    this.#arm();
  }
}
