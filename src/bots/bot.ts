import type { Random } from "../core/random.ts";
import type { Notices } from "../protocol/notices.ts";
import type { Company } from "./company.ts";
import type { Speaker } from "./speaking.ts";
import type { LocalClient, LocalEvents } from "./local-client.ts";
import type { SeenState } from "./lobby-feed.ts";
import type { Persona } from "./personas.ts";
import { Player, type Ponder, type Recall } from "./player.ts";

export type BotOptions = {
  readonly id: string;
  readonly persona: Persona;
  readonly company: Company;
  readonly recall: Recall;
  /** Undefined where there is no model: then every bot plays by the law. */
  readonly ponder: Ponder | undefined;
  readonly random: Random;
  /** ms since 1970. */
  readonly now: () => number;
  /** 1 is a person's pace; less is faster, for demonstrations and tests. */
  readonly pace: number;
  readonly onGone: () => void;
};

/** One AI player: it knows what its frames tell it and does what its messages can do. */
export class Bot implements LocalEvents, Speaker {
  readonly id: string;
  readonly persona: Persona;
  readonly #options: BotOptions;
  readonly #player: Player;
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
  }

  /** Called once the bot has its seat. */
  begin(client: LocalClient): void {
    this.#client = client;
  }

  state(): SeenState | undefined {
    return this.#options.company.feed.state;
  }

  typing(on: boolean): void {
    this.#client?.emit("typing", { on });
  }

  say(text: string): void {
    this.#client?.emit("chat", { text });
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
      case "you":
        this.#offset = (payload as Notices["you"]).serverTime - now();
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
    }
  }

  onClose(): void {
    this.#player.forget();
    this.#options.company.leave(this.id);
    this.#options.onGone();
  }

  #look(state: SeenState): void {
    const { company } = this.#options;
    const { game, players } = state;
    const me = players.get(this.id);
    if (me !== undefined) this.#settle(me);
    this.#player.look(game, me?.skill ?? this.persona.skill, me?.brain ?? "skill", this.#offset);
    company.look(this.id, state);
    if (game.phase === "podium" && game.id !== this.#endedGame) {
      this.#endedGame = game.id;
      const winner = [...players.values()].find(({ rank }) => rank === 1)?.name ?? "";
      company.moment(this.id, { type: "ended", rank: me?.rank ?? 0, winner });
    }
  }

  /** How talkative it is, and whether it may talk, is in the state for everybody to see. */
  #settle({ talk, muted }: { readonly talk: number; readonly muted: boolean }): void {
    const manner = `${talk} ${muted}`;
    if (manner === this.#manner) return;
    this.#manner = manner;
    this.#options.company.seat(this, { talk, muted });
  }
}
