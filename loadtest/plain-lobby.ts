/**
 * The lobby that the plain servers share: the same game and chat as ours with no framework and none of a server's
 * duties (no sign-in, limits, moderation or journal). How its words reach people is up to the server.
 */

/** How one person is reached; replaced when they come back. */
export type Link = { readonly tell: (type: string, fields: object) => void };

type Seat = {
  readonly id: string;
  readonly seat: number;
  link: Link | undefined;
  score: number;
  streak: number;
  answer: Answer | null;
};
type Answer = { readonly choice: number; readonly time: number };

export type Message = {
  readonly type: string;
  readonly text?: string;
  readonly question?: string;
  readonly choice?: number;
  readonly count?: number;
  readonly seconds?: number;
};
type Reply = (fields: object) => void;

/** As our rooms do, so that all tell "answered" equally often. */
const gatherMs = 80;
const limitMs = 300_000;
const lengths: Readonly<Record<string, number>> = { countdown: 3000, reveal: 5000, scores: 4000 };
const key = 2;
const question = {
  prompt: "Which of these cities was the capital of the Eastern Roman Empire for most of its history?",
  choices: ["Thessalonica", "Antioch", "Constantinople", "Alexandria"],
  category: "Ancient world",
  difficulty: "medium",
};
const explanation = "Constantine made Byzantium his capital in 330, and it stayed the capital until 1453.";

export class PlainLobby {
  readonly #seats = new Map<string, Seat>();
  readonly #tellAll: (type: string, fields: object) => void;
  #seated = 0;
  #here = 0;
  /** Of those, who have answered the open question. */
  #answeredHere = 0;
  #limitMs = limitMs;
  #phase = "podium";
  #number = 0;
  #count = 0;
  #openedAt = 0;
  #answered: number[] = [];
  #gathering: NodeJS.Timeout | undefined;
  #alarm: NodeJS.Timeout | undefined;

  constructor(tellAll: (type: string, fields: object) => void) {
    this.#tellAll = tellAll;
  }

  /** How many are connected. */
  get here(): number {
    return this.#here;
  }

  /** Gives what hears the person's messages and their going. Who has a seat gets it back. */
  enter(
    id: string,
    link: Link,
  ): { readonly hear: (message: Message, reply: Reply) => void; readonly gone: () => void } {
    const seat = this.#seats.get(id) ?? {
      id,
      seat: ++this.#seated,
      link: undefined,
      score: 0,
      streak: 0,
      answer: null,
    };
    this.#seats.set(id, seat);
    if (seat.link !== undefined) this.#gone(seat);
    seat.link = link;
    this.#here++;
    if (seat.answer !== null) this.#answeredHere++;
    link.tell("you", { player: id, seat: seat.seat, phase: this.#phase, serverTime: Date.now() });
    return {
      hear: (message, reply) => this.#hear(seat, message, reply),
      gone: () => {
        if (seat.link === link) this.#gone(seat);
      },
    };
  }

  #gone(seat: Seat): void {
    seat.link = undefined;
    this.#here--;
    if (seat.answer !== null) this.#answeredHere--;
    if (this.#here > 0) return this.#closeWhenAllHave();
    clearTimeout(this.#alarm);
    clearTimeout(this.#gathering);
  }

  #hear(player: Seat, message: Message, reply: Reply): void {
    const { text = "" } = message;
    if (message.type === "chat") {
      if (text.length === 0 || text.length > 500) return;
      const name = `Player ${player.seat}`;
      return this.#tellAll("chat", { id: crypto.randomUUID(), player: player.seat, name, text, at: Date.now() });
    }
    if (message.type === "answer") return reply(this.#answer(player, message));
    reply({ done: true });
    if (message.type === "skip") return this.#advance();
    if (message.type !== "start") return;
    this.#count = message.count ?? 10;
    this.#limitMs = (message.seconds ?? 300) * 1000;
    this.#number = 0;
    this.#enter("countdown", {});
  }

  #answer(player: Seat, { question: asked, choice = -1 }: Message): object {
    if (this.#phase !== "question" || asked !== String(this.#number)) return { refusal: "wrong_question" };
    if (player.answer !== null) return { refusal: "already_answered" };
    if (question.choices[choice] === undefined) return { refusal: "no_such_choice" };
    player.answer = { choice, time: Date.now() - this.#openedAt };
    this.#answered.push(player.seat);
    this.#gathering ??= setTimeout(() => this.#showAnswered(), gatherMs);
    this.#answeredHere++;
    this.#closeWhenAllHave();
    return { question: asked, choice, at: Date.now() };
  }

  #closeWhenAllHave(): void {
    if (this.#phase === "question" && this.#answeredHere >= this.#here) setImmediate(() => this.#close());
  }

  #showAnswered(): void {
    this.#gathering = undefined;
    this.#tellAll("answered", { players: this.#answered });
  }

  #close(): void {
    if (this.#phase !== "question") return;
    clearTimeout(this.#gathering);
    this.#gathering = undefined;
    const counts = question.choices.map(() => 0);
    for (const player of this.#seats.values()) score(player, counts, this.#limitMs);
    const standings = [...this.#seats.values()].toSorted((a, b) => b.score - a.score);
    const scores = standings.map(({ seat, score: points, streak }, index) => [seat, points, streak, index + 1]);
    this.#enter("reveal", { key, explanation, counts, scores });
    for (const [index, { link, answer, score: total, streak }] of standings.entries()) {
      const right = answer?.choice === key;
      const choice = answer?.choice ?? null;
      link?.tell("result", { question: this.#number, choice, key, right, total, streak, rank: index + 1 });
    }
  }

  #advance(): void {
    if (this.#phase === "question") return this.#close();
    if (this.#phase === "reveal") return this.#enter("scores", {});
    if (this.#number === this.#count) return this.#enter("podium", {});
    this.#number++;
    this.#openedAt = Date.now();
    this.#answered = [];
    this.#answeredHere = 0;
    for (const player of this.#seats.values()) player.answer = null;
    this.#enter("question", { number: this.#number, question: { id: String(this.#number), ...question } });
  }

  #enter(phase: string, fields: object): void {
    this.#phase = phase;
    clearTimeout(this.#alarm);
    const length = phase === "question" ? this.#limitMs : lengths[phase];
    if (length !== undefined) this.#alarm = setTimeout(() => this.#advance(), length);
    this.#tellAll("phase", { phase, endsAt: Date.now() + (length ?? 0), ...fields });
  }
}

const score = (player: Seat, counts: number[], limit: number): void => {
  const { answer } = player;
  if (answer !== null) counts[answer.choice] = (counts[answer.choice] ?? 0) + 1;
  player.streak = answer?.choice === key ? player.streak + 1 : 0;
  if (answer?.choice === key) player.score += Math.round(1000 * (1 - answer.time / limit / 2));
};
