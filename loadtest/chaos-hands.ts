import { setTimeout as after } from "node:timers/promises";
import type { Room } from "@colyseus/sdk";
import { processOf } from "./chaos-line.ts";
import type { Random } from "./chaos-random.ts";
import { type Chronicle, type GivenAnswer, keyOf, type SaidLine } from "./chaos-record.ts";
import type { Screen } from "./chaos-watch.ts";

/** While nothing can be saved nothing is acknowledged; the reply comes afterwards. */
const patienceMs = 60_000;

/** The code of a refusal; undefined when the connection went before the reply came. */
const refusalIn = (error: unknown): string | undefined =>
  (error as { readonly reason?: { readonly code: string } }).reason?.code;

/** What a player does on one connection: answers every question, talks, and writes down what came of it. */
export class Hands {
  readonly #room: Room<unknown, Screen>;
  readonly #chronicle: Chronicle;
  readonly #random: Random;
  readonly #process: string;
  /** Rejects once the connection is given up: what has no reply by then will get none here. */
  readonly #tied: Promise<never>;
  #cut: (error: Error) => void = () => {};
  #isTied = false;

  constructor(room: Room<unknown, Screen>, chronicle: Chronicle, random: Random) {
    this.#room = room;
    this.#chronicle = chronicle;
    this.#random = random;
    this.#process = processOf(room);
    this.#tied = new Promise((_resolve, reject) => (this.#cut = reject));
    this.#tied.catch(() => {});
  }

  /** The connection is lost: what has not been sent yet is left to the next one. */
  tie(): void {
    this.#isTied = true;
    this.#cut(new Error("the connection is lost"));
  }

  /** Answers the open question, unless that is done or under way. Called with each new state. */
  answer(): void {
    const { phase, id, question, phaseMs } = this.#room.state.game;
    if (phase !== "question" || this.#isTied) return;
    const { answers } = this.#chronicle;
    const key = keyOf(id, question.id);
    const given = answers.get(key) ?? this.#choose(id, question, phaseMs);
    answers.set(key, given);
    if (given.fate !== "unknown") return;
    given.fate = "invoked";
    void this.#answer(given);
  }

  #choose(game: string, { id, choices }: Screen["game"]["question"], limit: number): GivenAnswer {
    const choice = Math.floor(this.#random() * choices.length);
    return { game, question: id, choice, fate: "unknown", sent: 0, code: "", time: undefined, limit, process: "" };
  }

  /**
   * People think about a question when they see it first, each for as long as they like or all for as long; what got
   * no reply is sent again at once.
   */
  async #answer(given: GivenAnswer): Promise<void> {
    const share = this.#room.state.game.number % 2 === 0 ? 0.3 : this.#random() / 2;
    if (given.sent === 0) await after(share * given.limit);
    const { game } = this.#room.state;
    if (this.#isTied || game.phase !== "question" || game.question.id !== given.question) {
      given.fate = "unknown";
      return;
    }
    const openedAt = game.phaseEndsAt - game.phaseMs;
    given.sent++;
    try {
      const { question, choice } = given;
      const ack = await this.#ask<{ readonly at: number }>("answer", { question, choice });
      given.fate = "ok";
      given.process = this.#process;
      given.time = ack.at - openedAt;
    } catch (error) {
      const code = refusalIn(error);
      if (code === undefined) given.fate = "unknown";
      else if (code === "already_answered" && given.sent > 1) given.fate = "ok";
      else [given.fate, given.code] = ["refused", code];
    }
  }

  #ask<Reply>(type: string, payload: object): Promise<Reply> {
    const asked = this.#room.request<object, Reply>(type, payload, { timeout: patienceMs });
    return Promise.race([asked, this.#tied]);
  }

  /** Says a line every second or two; one that got no reply is not said again. */
  async talk(): Promise<void> {
    const { lines, name } = this.#chronicle;
    for (;;) {
      await after(500 + this.#random() * 2500);
      if (this.#isTied) return;
      const text = `line ${lines.length + 1} of ${name}`;
      const line: SaidLine = { text, fate: "invoked", id: "", sentAt: performance.now(), ackedAt: 0, process: "" };
      lines.push(line);
      try {
        line.id = (await this.#ask<{ readonly id: string }>("chat", { text })).id;
        line.ackedAt = performance.now();
        line.process = this.#process;
        line.fate = "ok";
      } catch (error) {
        line.fate = refusalIn(error) === undefined ? "unknown" : "refused";
      }
    }
  }
}
