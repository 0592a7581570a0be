import type { Random } from "../core/random.ts";
import type { Notices } from "../protocol/notices.ts";
import type { Company } from "./company.ts";
import type { Speaker } from "./speaking.ts";
import { Leader } from "./leading.ts";
import type { LocalClient, LocalEvents } from "./local-client.ts";
import type { SeenState } from "./lobby-feed.ts";
import type { Persona } from "./personas.ts";
import type { Compose } from "./moves/move.ts";
import { Mover } from "./moves/mover.ts";
import { Player, type Ponder, type Recall } from "./player.ts";

export type BotOptions = {
  readonly id: string;
  readonly persona: Persona;
  readonly company: Company;
  readonly recall: Recall;
  /** Undefined where there is no model: then every bot plays by the law. */
  readonly ponder: Ponder | undefined;
  readonly random: Random;
  /** Has a model write what a mode asks for. */
  readonly compose: Compose;
  /** ms since 1970. */
  readonly now: () => number;
  /** 1 is a person's pace; less is faster, for demonstrations and tests. */
  readonly pace: number;
  readonly onGone: () => void;
};

/** Who leads an evening lets people look at the podium first. */
const leadMs = 2500;

/** One AI player: it knows what its frames tell it and does what its messages can do. */
export class Bot implements LocalEvents, Speaker {
  readonly id: string;
  readonly persona: Persona;
  readonly #options: BotOptions;
  readonly #player: Player;
  readonly #mover: Mover;
  readonly #leader: Leader;
  #client: LocalClient | undefined;
  #offset = 0;
  #endedGame = "";
  #manner = "";

  constructor(options: BotOptions) {
    this.id = options.id;
    this.persona = options.persona;
    this.#options = options;
    this.#player = new Player({
      ...options,
      answer: (question, choice) => this.#client?.emit("answer", { question, choice }),
    });
    this.#leader = new Leader(options.random);
    this.#mover = new Mover({
      ...options,
      me: options.id,
      look: () => this.#sight(),
      move: (move) => this.#client?.emit("move", move),
    });
  }

  /** Called once the bot has its seat. */
  begin(client: LocalClient): void {
    this.#client = client;
  }

  state(): SeenState | undefined {
    return this.#options.company.feed.state;
  }

  typing(on: boolean): void {
    if (!this.#isHushed) this.#client?.emit("typing", { on });
  }

  say(text: string): void {
    if (!this.#isHushed) this.#client?.emit("chat", { text });
  }

  get #isHushed(): boolean {
    return this.state()?.game.hushed === true;
  }

  suggest(): void {
    this.#client?.emit("suggest", {});
  }

  onFrame(code: number, bytes: Uint8Array): void {
    const { feed } = this.#options.company;
    if (feed.take(code, bytes) && feed.state !== undefined) this.#look(feed.state);
  }

  onMessage(type: string, payload: unknown): void {
    const { company, now } = this.#options;
    switch (type) {
      case "you": {
        const { serverTime, mine } = payload as Notices["you"];
        this.#offset = serverTime - now();
        if (mine !== null) this.#mover.hear(mine);
        return;
      }
      case "mine":
        this.#mover.hear(payload as Notices["mine"]);
        return;
      case "chat": {
        const { player, name, kind, text, at } = payload as Notices["chat"];
        company.heard(this.id, { player, name, kind, text, at });
        return;
      }
      case "result": {
        const { right, choice, streak } = payload as Notices["result"];
        company.moment(this.id, { type: "reveal", right, answered: choice !== null, streak });
        return;
      }
      default:
        this.#mover.told(type, payload);
    }
  }

  #sight() {
    const state = this.state();
    const skill = state?.players.get(this.id)?.skill ?? this.persona.skill;
    return state && { state, skill, offset: this.#offset };
  }

  onClose(): void {
    this.#player.forget();
    this.#mover.forget();
    this.#options.company.leave(this.id);
    this.#options.onGone();
  }

  #look(state: SeenState): void {
    const { company } = this.#options;
    const { game, players } = state;
    const me = players.get(this.id);
    if (me !== undefined) this.#settle(me);
    this.#player.look(game, me?.skill ?? this.persona.skill, me?.brain ?? "skill", this.#offset);
    this.#mover.pause(game.paused);
    this.#lead(state);
    company.look(this.id, state);
    if (game.phase === "podium" && game.id !== this.#endedGame) {
      this.#endedGame = game.id;
      const winner = [...players.values()].find(({ rank }) => rank === 1)?.name ?? "";
      company.moment(this.id, { type: "ended", rank: me?.rank ?? 0, winner });
    }
  }

  /** Who leads through an evening says a word between its games. */
  #lead(state: SeenState): void {
    if (state.evening.leader !== this.id) return;
    const words = this.#leader.look(state);
    if (words !== undefined) setTimeout(() => this.say(words), leadMs * this.#options.pace).unref();
  }

  /** How talkative it is, and whether it may talk, is in the state for everybody to see. */
  #settle({ talk, muted }: { readonly talk: number; readonly muted: boolean }): void {
    const manner = `${talk} ${muted}`;
    if (manner === this.#manner) return;
    this.#manner = manner;
    this.#options.company.seat(this, { talk, muted });
  }
}
