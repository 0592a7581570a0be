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
  /** Who the server says this is, on the seat that it has given. */
  readonly seat: string;
  readonly chat: (text: string) => void;
  /** Resolves when the server has answered; rejects with the code of a refusal. */
  readonly answer: (question: string, choice: number) => Promise<void>;
  readonly steer: (what: "start" | "skip", payload: object) => Promise<void>;
  /** Leaves for good. */
  readonly close: () => void;
  /** Goes as a phone without a network goes: without a word. */
  readonly drop: () => void;
};

/** What a connection is listened to for, beside what is counted anyway. */
export type Ears = {
  /** Only who has this decodes what the lobby shows. */
  readonly onPhase?: (phase: string, question: string) => void;
  /** The number of a line that was made by `lineOf`. */
  readonly onLine?: (line: number) => void;
  /** Something was refused that was not asked for with a request. */
  readonly onRefused?: (code: string) => void;
  /** The connection has ended, however it did. */
  readonly onClosed?: (code: number) => void;
};

/** One kind of server, as guests come to it. */
export type Side = {
  /** What so many guests are let in by. */
  readonly signIn: (guests: number) => Promise<readonly string[]>;
  readonly make: (owner: string, wish: LobbyWish) => Promise<string>;
  readonly join: (code: string, guest: string, ears: Ears) => Promise<Player>;
  /** Deletes a lobby, where the server keeps those that nobody is in. */
  readonly remove: (code: string, owner: string) => Promise<void>;
};

export type LobbyWish = {
  readonly players: number;
  readonly count: number;
  readonly seconds: number;
  readonly bots?: number;
  readonly public?: boolean;
};

/** A lobby full of players. The first of them owns it and is the one who watches the game. */
export type Table = { readonly players: readonly Player[]; readonly phases: Phases };

/** A refusal, or why something could not be done, as a word. */
export class Refused extends Error {
  readonly code: string;

  constructor(code: string) {
    super(code);
    this.code = code;
  }
}

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
    else asked?.reject(new Refused(refusal));
  }

  /** Nothing comes any more. */
  end(): void {
    for (const { reject } of this.#open.values()) reject(new Refused("closed"));
    this.#open.clear();
  }
}

/** Size of a server's frame with its WebSocket header (RFC 6455, section 5.2; a server does not mask). */
export const framedBytes = (payload: number): number => payload + (payload < 126 ? 2 : payload < 65_536 ? 4 : 10);

const words = " is a line of chat of sixty characters, neither short nor long!";
const lineLength = 60;
const digits = 6;

/** No two are the same: nobody says the same again and again, and nobody may. */
export const lineOf = (line: number): string =>
  `${String(line % 10 ** digits).padStart(digits, "0")}${words}`.slice(0, lineLength);

const marker = Buffer.from(words.slice(0, 24));

/** Calls back for each line in a frame, however many a server has put into it. */
export const readLines = (frame: Buffer, each: (line: number) => void): void => {
  for (let at = frame.indexOf(marker); at >= digits; at = frame.indexOf(marker, at + marker.length)) {
    each(Number(frame.toString("latin1", at - digits, at)));
  }
};
