/** What one connection has got from its server so far. */
type Received = {
  /** WebSocket headers included. */
  bytes: number;
  chats: number;
  results: number;
};

/** One connection of a player, as cheap as it can be: the bench's own work must not slow the servers down. */
export type Player = {
  readonly received: Received;
  readonly chat: (text: string) => void;
  /** Resolves when the server has answered; rejects with the code of a refusal. */
  readonly answer: (question: string, choice: number) => Promise<void>;
  readonly steer: (what: "start" | "skip", payload: object) => Promise<void>;
  readonly close: () => void;
};

/** A lobby full of players. The first of them owns it and is the one who watches the game. */
export type Table = { readonly players: readonly Player[]; readonly phases: Phases };

const patienceMs = 10_000;

/** The course of a game as one player sees it. */
export class Phases {
  #phase = "";
  #question = "";
  #waiting: { readonly phase: string; readonly resolve: (question: string) => void } | undefined;

  /** Notes what the watching player sees. */
  see(phase: string, question: string): void {
    this.#phase = phase;
    this.#question = question;
    if (this.#waiting?.phase !== phase) return;
    this.#waiting.resolve(question);
    this.#waiting = undefined;
  }

  /** Resolves with the id of the question shown when this phase is reached. One waits at a time. */
  until(phase: string): Promise<string> {
    if (this.#phase === phase) return Promise.resolve(this.#question);
    return new Promise((resolve, reject) => {
      const late = setTimeout(() => reject(new Error(`no ${phase} came, still ${this.#phase}`)), patienceMs);
      this.#waiting = {
        phase,
        resolve: (question) => {
          clearTimeout(late);
          resolve(question);
        },
      };
    });
  }
}

/** Requests on their way, by number, until their replies come. */
export class Requests {
  readonly #open = new Map<number, { readonly resolve: () => void; readonly reject: (error: Error) => void }>();
  #last = 0;

  /** Sends a request under a fresh number. */
  ask(send: (request: number) => void): Promise<void> {
    const request = ++this.#last;
    return new Promise((resolve, reject) => {
      this.#open.set(request, { resolve, reject });
      send(request);
    });
  }

  /** Settles a request; without a refusal it went well. */
  settle(request: number, refusal?: string): void {
    const asked = this.#open.get(request);
    this.#open.delete(request);
    if (refusal === undefined) asked?.resolve();
    else asked?.reject(new Error(refusal));
  }
}

/** Size of a server's frame with its WebSocket header (RFC 6455, section 5.2; a server does not mask). */
export const framedBytes = (payload: number): number => payload + (payload < 126 ? 2 : payload < 65_536 ? 4 : 10);
