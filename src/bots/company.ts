import type { Random } from "../core/random.ts";
import { Gate, type Turn } from "./gate.ts";
import type { GateSettings } from "./gate-settings.ts";
import { LobbyFeed, type SeenState } from "./lobby-feed.ts";
import type { Persona } from "./personas.ts";
import { sceneOf } from "./scene.ts";
import { screen } from "./screen.ts";
import { offerLine, offerPhrase, scripted } from "./script/scripted.ts";
import { StoryTime } from "./story-time.ts";
import type { Heard, Occasion, Scene } from "./talk.ts";
import { pause, typingMs } from "./typing.ts";

/** A bot at the table, as its company sees it. */
export type Speaker = {
  readonly id: string;
  readonly persona: Persona;
  /** What its own frames have shown it. */
  readonly state: () => SeenState | undefined;
  readonly typing: (on: boolean) => void;
  readonly say: (text: string) => void;
  /** Offers the others a game. */
  readonly suggest: () => void;
};

/** Speaks with a model's words; undefined when there are none to be had. `person` asked for it, "" when nobody did. */
export type Voice = (
  scene: Scene,
  speaker: Pick<Speaker, "persona">,
  options: { readonly lobby: string; readonly person: string; readonly signal: AbortSignal },
) => Promise<string | undefined>;

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
  readonly #chat: Heard[] = [];
  #phase = "";
  #open: { readonly id: string; readonly prompt: string; readonly choices: readonly string[] } | undefined;
  #people: ReadonlySet<string> | undefined;
  #offeredAt = -Infinity;
  /** A story that waits for a bot's sentence. */
  #waiting: { readonly soFar: readonly string[]; readonly until: number } | undefined;
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
    const soFar = this.#phase === "" ? this.#story.hear(line, now) : undefined;
    this.#waiting = soFar === undefined ? undefined : { soFar, until: now + storyWaitMs * this.#options.pace };
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
    this.#use(this.#gate.moment({ type: "story", soFar: this.#waiting.soFar }, undefined, now));
  }

  #use(turn: Turn | undefined): void {
    if (turn === undefined) return;
    // Whoever is asked by name while a story is told goes on with it.
    const waiting = this.#waiting;
    const isStory = waiting !== undefined && (turn.occasion.type === "mention" || turn.occasion.type === "story");
    if (isStory) this.#waiting = undefined;
    void this.#speak(turn, isStory ? { type: "story", soFar: waiting.soFar } : turn.occasion).finally(() =>
      this.#arm(),
    );
  }

  async #speak(turn: Turn, occasion: Occasion): Promise<void> {
    const { now, pace } = this.#options;
    const speaker = this.#speakers.get(turn.bot);
    const state = speaker?.state();
    if (speaker === undefined || state === undefined) return this.#gate.passed(turn, now());
    const controller = new AbortController();
    this.#speaking = controller;
    const began = now();
    speaker.typing(true);
    const said = await this.#wordsFor(turn, occasion, speaker, state, controller.signal);
    await pause(said === undefined ? 0 : typingMs(said.text) * pace - (now() - began), controller.signal);
    speaker.typing(false);
    const line = this.#finalLine(turn, occasion, speaker, said);
    if (line === undefined || controller.signal.aborted) return this.#gate.passed(turn, now());
    this.#gate.spoke(turn, now());
    if (occasion.type === "story") this.#story.told(line);
    speaker.say(line);
    if (turn.offer || (line.includes(offerPhrase) && this.#mayOffer(now()))) {
      this.#offeredAt = now();
      speaker.suggest();
    }
  }

  /** A model's words where there are some, or else the script's. */
  async #wordsFor(
    turn: Turn,
    occasion: Occasion,
    speaker: Speaker,
    state: SeenState,
    signal: AbortSignal,
  ): Promise<{ readonly text: string; readonly byModel: boolean } | undefined> {
    const { random, voice, code } = this.#options;
    if (turn.offer) return { text: offerLine(speaker.persona, random), byModel: false };
    const scene = sceneOf(state, speaker.id, this.#chat, occasion);
    const person = turn.occasion.type === "mention" ? turn.occasion.line.player : "";
    const words =
      turn.scriptedOnly || voice === undefined
        ? undefined
        : await voice(scene, speaker, { lobby: code, person, signal }).catch(() => undefined);
    if (words !== undefined) return { text: words, byModel: true };
    const text = scripted(speaker.persona, scene, random);
    return text === undefined ? undefined : { text, byModel: false };
  }

  /** By what is on the table at the moment of speaking, which may be another than when the words were found. */
  #finalLine(
    turn: Turn,
    occasion: Occasion,
    speaker: Speaker,
    said: { readonly text: string; readonly byModel: boolean } | undefined,
  ): string | undefined {
    const { now, random } = this.#options;
    const still = this.#gate.recheck(turn, now());
    const state = speaker.state();
    if (said === undefined || still === undefined || state === undefined) return undefined;
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
