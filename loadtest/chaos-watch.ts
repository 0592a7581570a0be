import type { Room } from "@colyseus/sdk";
import type { Notices } from "../src/protocol/notices.ts";
import { type Chronicle, keyOf, type Result } from "./chaos-record.ts";

/** What everybody is shown, as far as a chaos run looks at it. */
export type Screen = {
  readonly code: string;
  readonly status: string;
  readonly degraded: boolean;
  readonly players: ReadonlyMap<
    string,
    { readonly id: string; readonly name: string; readonly score: number; readonly connected: boolean }
  >;
  readonly game: {
    readonly id: string;
    readonly number: number;
    readonly phase: string;
    readonly phaseEndsAt: number;
    readonly phaseMs: number;
    readonly question: { readonly id: string; readonly choices: { readonly length: number } };
    readonly reveal: { readonly key: number };
  };
};

const steps = ["question", "reveal", "scores"];

/** How far a game is in this phase of its `number`-th question: rises with each phase. */
export const placeAt = (phase: string, number: number): number => {
  if (phase === "podium") return Number.POSITIVE_INFINITY;
  return phase === "countdown" ? 0 : number * steps.length + steps.indexOf(phase);
};

/** How far the game is that is shown. */
export const placeOf = ({ game: { phase, number } }: Screen): number => placeAt(phase, number);

/** Looks at everything one connection is shown, and notes what it proves and what must never be seen. */
export class Watch {
  readonly #chronicle: Chronicle;
  readonly #room: Room<unknown, Screen>;

  constructor(chronicle: Chronicle, room: Room<unknown, Screen>) {
    this.#chronicle = chronicle;
    this.#room = room;
  }

  /** Called with each new state. */
  see(): void {
    const { state } = this.#room;
    const { id, phase, question, reveal } = state.game;
    this.#seats(state);
    if (id === "") return;
    const place = placeOf(state);
    const { places } = this.#chronicle;
    if (place < (places.get(id) ?? 0)) this.#odd(`the game went back to ${phase}`);
    places.set(id, place);
    if (phase === "question" && reveal.key >= 0) this.#odd(`the key of ${question.id} was shown too early`);
    if (phase === "reveal" && reveal.key >= 0) this.#key(id, question.id, reveal.key);
    if (phase === "podium" && !this.#chronicle.podiums.has(id)) {
      const points = new Map([...state.players].map(([player, { score }]) => [player, score]));
      this.#chronicle.podiums.set(id, points);
    }
  }

  /** What the lobby knows of us when we come in: an acknowledged answer to the open question above all. */
  welcome(you: Notices["you"]): void {
    const { game } = this.#room.state;
    if (you.player !== this.#chronicle.player) this.#odd(`came back as "${you.player}"`);
    if (you.result !== null) this.result(you.result);
    if (game.phase !== "question") return;
    const given = this.#chronicle.answers.get(keyOf(game.id, game.question.id));
    const kept = you.answer?.question === game.question.id ? you.answer.choice : undefined;
    if (given?.fate === "ok" && kept === undefined) this.#odd(`came back and the answer to ${given.question} was gone`);
    if (given !== undefined && kept !== undefined && kept !== given.choice)
      this.#odd(`came back and the answer to ${given.question} was another one`);
  }

  result(told: Result): void {
    const { id, phase, question } = this.#room.state.game;
    if (phase === "question" && question.id === told.question) this.#odd(`the result of ${told.question} came early`);
    const key = keyOf(id, told.question);
    const { results } = this.#chronicle;
    const before = results.get(key);
    if (before !== undefined && before.points !== told.points)
      this.#odd(`${told.question} was scored with ${before.points}, then with ${told.points}`);
    results.set(key, told);
    this.#key(id, told.question, told.key);
  }

  #key(game: string, question: string, right: number): void {
    const { keys } = this.#chronicle;
    const key = keyOf(game, question);
    const before = keys.get(key);
    if (before !== undefined && before !== right) this.#odd(`the key of ${question} changed`);
    keys.set(key, right);
  }

  #seats({ players }: Screen): void {
    const { player, name } = this.#chronicle;
    if (players.get(player)?.name !== name) this.#odd("its seat was gone, or had another name");
    const names = new Set([...players.values()].map((one) => one.name));
    if (names.size !== players.size) this.#odd("two seats had one name");
  }

  #odd(what: string): void {
    const { oddities } = this.#chronicle;
    if (!oddities.includes(what)) oddities.push(what);
  }
}
