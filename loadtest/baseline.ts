import type { IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { WebSocket, WebSocketServer } from "ws";

/**
 * What our server is measured against: the same lobby on `ws` and JSON alone, with no framework and none of a
 * server's duties (no sign-in, limits, moderation, journal or reconnection). Run by itself it prints its address.
 */

type Seat = { readonly socket: WebSocket; readonly seat: number; score: number; streak: number; answer: Answer | null };
type Answer = { readonly choice: number; readonly time: number };
type Message = {
  readonly type: string;
  readonly request?: number;
  readonly text?: string;
  readonly question?: string;
  readonly choice?: number;
  readonly count?: number;
};

/** As our rooms do, so that both tell "answered" equally often. */
const gatherMs = 80;
const limitMs = 300_000;
const lengths: Readonly<Record<string, number>> = { countdown: 3000, question: limitMs, reveal: 5000, scores: 4000 };
const key = 2;
const question = {
  prompt: "Which of these cities was the capital of the Eastern Roman Empire for most of its history?",
  choices: ["Thessalonica", "Antioch", "Constantinople", "Alexandria"],
  category: "Ancient world",
  difficulty: "medium",
};
const explanation = "Constantine made Byzantium his capital in 330, and it stayed the capital until 1453.";

class Lobby {
  readonly seats = new Map<WebSocket, Seat>();
  #seated = 0;
  #phase = "podium";
  #number = 0;
  #count = 0;
  #openedAt = 0;
  #answered: number[] = [];
  #gathering: NodeJS.Timeout | undefined;
  #alarm: NodeJS.Timeout | undefined;

  enter(socket: WebSocket): void {
    const player: Seat = { socket, seat: ++this.#seated, score: 0, streak: 0, answer: null };
    this.seats.set(socket, player);
    socket.on("message", (data: Buffer) => this.#hear(player, JSON.parse(data.toString()) as Message));
    socket.on("close", () => this.seats.delete(socket));
    tell(socket, { type: "you", player: player.seat, serverTime: Date.now() });
  }

  #hear(player: Seat, message: Message): void {
    const { request, text = "" } = message;
    const reply = (fields: object): void => tell(player.socket, { type: "reply", request, ...fields });
    if (message.type === "chat") {
      if (text.length === 0 || text.length > 500) return;
      const name = `Player ${player.seat}`;
      return this.#tellAll({ type: "chat", id: crypto.randomUUID(), player: player.seat, name, text, at: Date.now() });
    }
    if (message.type === "answer") return reply(this.#answer(player, message));
    reply({ done: true });
    if (message.type === "skip") return this.#advance();
    this.#count = message.count ?? 10;
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
    if (this.#answered.length === this.seats.size) setImmediate(() => this.#close());
    return { question: asked, choice, at: Date.now() };
  }

  #showAnswered(): void {
    this.#gathering = undefined;
    this.#tellAll({ type: "answered", players: this.#answered });
  }

  #close(): void {
    if (this.#phase !== "question") return;
    clearTimeout(this.#gathering);
    this.#gathering = undefined;
    const counts = question.choices.map(() => 0);
    for (const player of this.seats.values()) score(player, counts);
    const standings = [...this.seats.values()].toSorted((a, b) => b.score - a.score);
    const scores = standings.map(({ seat, score: points, streak }, index) => [seat, points, streak, index + 1]);
    this.#enter("reveal", { key, explanation, counts, scores });
    for (const [index, { socket, answer, score: total, streak }] of standings.entries()) {
      const right = answer?.choice === key;
      const choice = answer?.choice ?? null;
      tell(socket, { type: "result", question: this.#number, choice, key, right, total, streak, rank: index + 1 });
    }
  }

  #advance(): void {
    if (this.#phase === "question") return this.#close();
    if (this.#phase === "reveal") return this.#enter("scores", {});
    if (this.#number === this.#count) return this.#enter("podium", {});
    this.#number++;
    this.#openedAt = Date.now();
    this.#answered = [];
    for (const player of this.seats.values()) player.answer = null;
    this.#enter("question", { number: this.#number, question: { id: String(this.#number), ...question } });
  }

  #enter(phase: string, fields: object): void {
    this.#phase = phase;
    clearTimeout(this.#alarm);
    const length = lengths[phase];
    if (length !== undefined) this.#alarm = setTimeout(() => this.#advance(), length);
    this.#tellAll({ type: "phase", phase, endsAt: Date.now() + (length ?? 0), ...fields });
  }

  #tellAll(message: object): void {
    const text = JSON.stringify(message);
    for (const { socket } of this.seats.values()) if (socket.readyState === WebSocket.OPEN) socket.send(text);
  }
}

const tell = (socket: WebSocket, message: object): void => socket.send(JSON.stringify(message));

const score = (player: Seat, counts: number[]): void => {
  const { answer } = player;
  if (answer !== null) counts[answer.choice] = (counts[answer.choice] ?? 0) + 1;
  player.streak = answer?.choice === key ? player.streak + 1 : 0;
  if (answer?.choice === key) player.score += Math.round(1000 * (1 - answer.time / limitMs / 2));
};

const lobbies = new Map<string, Lobby>();
const server = new WebSocketServer({ host: "127.0.0.1", port: 0, perMessageDeflate: false });
server.on("listening", () => console.log(`http://127.0.0.1:${(server.address() as AddressInfo).port}`));
server.on("connection", (socket: WebSocket, { url = "/" }: IncomingMessage) => {
  const lobby = lobbies.get(url) ?? new Lobby();
  lobbies.set(url, lobby);
  lobby.enter(socket);
});
