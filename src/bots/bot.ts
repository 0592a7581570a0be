import type { Random } from "../core/random.ts";
import type { Notices } from "../protocol/notices.ts";
import { cooldownMs, lineFor, type Moment, typingMs } from "./banter.ts";
import { type LocalClient, type LocalEvents } from "./local-client.ts";
import { LobbyFeed, type SeenState } from "./lobby-feed.ts";
import type { Persona } from "./personas.ts";
import { planAnswer } from "./skill.ts";

export type BotOptions = {
  readonly persona: Persona;
  readonly skill: number;
  /** What a well-read player would know of a question seen; see questions/knowledge.ts. */
  readonly recall: (question: {
    readonly prompt: string;
    readonly choices: readonly string[];
    readonly image: string;
  }) => { readonly key: number; readonly b?: number } | undefined;
  readonly random: Random;
  /** ms since 1970. */
  readonly now: () => number;
  /** 1 is a person's pace; less is faster, for demonstrations and tests. */
  readonly pace: number;
  readonly onGone: () => void;
};

type Planned = { readonly question: string; readonly choice: number; dueAt: number };

/** One AI player: it knows what its frames tell it and does what its messages can do. */
export class Bot implements LocalEvents {
  readonly #options: BotOptions;
  readonly #feed = new LobbyFeed();
  #client: LocalClient | undefined;
  #me = "";
  #offset = 0;
  #planned: Planned | undefined;
  #answering: NodeJS.Timeout | undefined;
  #pausedAt: number | undefined;
  #speaking: NodeJS.Timeout | undefined;
  #spokeAt = -Infinity;
  #endedGame = "";

  constructor(options: BotOptions) {
    this.#options = options;
  }

  /** Called once the bot has its seat. */
  begin(client: LocalClient): void {
    this.#client = client;
  }

  onFrame(code: number, bytes: Uint8Array): void {
    if (!this.#feed.take(code, bytes)) return;
    const { state } = this.#feed;
    if (state !== undefined) this.#look(state);
  }

  onMessage(type: string, payload: unknown): void {
    if (type === "you") {
      const { player, serverTime } = payload as Notices["you"];
      this.#me = player;
      this.#offset = serverTime - this.#options.now();
    } else if (type === "result") {
      const { right, choice, streak } = payload as Notices["result"];
      this.#maySay({ type: "result", right, answered: choice !== null, streak });
    }
  }

  onClose(): void {
    clearTimeout(this.#answering);
    clearTimeout(this.#speaking);
    this.#options.onGone();
  }

  #look({ game, players }: SeenState): void {
    if (game.phase === "question") this.#play(game);
    else this.#forget();
    if (game.phase === "podium" && game.id !== this.#endedGame) {
      this.#endedGame = game.id;
      this.#maySay({ type: "ended", rank: players.get(this.#me)?.rank ?? 0 });
    }
  }

  #play(game: SeenState["game"]): void {
    if (this.#planned?.question !== game.question.id) this.#plan(game);
    if (game.paused) return this.#pause();
    if (this.#pausedAt === undefined) return;
    const stood = this.#options.now() - this.#pausedAt;
    this.#pausedAt = undefined;
    if (this.#planned !== undefined) this.#planned.dueAt += stood;
    this.#arm();
  }

  /** Everything about an answer is drawn at once, when the question is first seen. */
  #plan({ question, phaseEndsAt }: SeenState["game"]): void {
    const { recall, random, skill, now, pace } = this.#options;
    this.#forget();
    const choices = [...question.choices];
    const left = phaseEndsAt - (now() + this.#offset);
    const { id, prompt, difficulty, image } = question;
    const known = recall({ prompt, choices, image });
    const seen = { prompt, choices, category: "", difficulty, b: known?.b };
    const plan = planAnswer(seen, { skill, strengths: {} }, known?.key, left / pace, random);
    if (plan === undefined) return;
    this.#planned = { question: id, choice: plan.choice, dueAt: now() + plan.afterMs * pace };
    this.#arm();
  }

  #arm(): void {
    clearTimeout(this.#answering);
    const planned = this.#planned;
    if (planned === undefined) return;
    this.#answering = setTimeout(
      () => this.#client?.emit("answer", { question: planned.question, choice: planned.choice }),
      Math.max(0, planned.dueAt - this.#options.now()),
    );
  }

  #pause(): void {
    this.#pausedAt ??= this.#options.now();
    clearTimeout(this.#answering);
  }

  #forget(): void {
    clearTimeout(this.#answering);
    this.#planned = undefined;
    this.#pausedAt = undefined;
  }

  #maySay(moment: Moment): void {
    const { persona, random, now, pace } = this.#options;
    if (now() - this.#spokeAt < cooldownMs * pace) return;
    const text = lineFor(persona, moment, random);
    if (text === undefined) return;
    this.#spokeAt = now();
    this.#client?.emit("typing", { on: true });
    this.#speaking = setTimeout(
      () => {
        this.#client?.emit("typing", { on: false });
        this.#client?.emit("chat", { text });
      },
      typingMs(text) * pace,
    );
  }
}
