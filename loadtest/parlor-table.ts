import { unpack } from "msgpackr";
import { WebSocket } from "ws";
import { codes } from "../src/protocol/codes.ts";
import { ask } from "./parlor-http.ts";
import { joined, readServerFrame, requestFrame, sendFrame, StateReader } from "./parlor-frames.ts";
import { seatAll } from "./seating.ts";
import { type Ears, framedBytes, type Player, readLines, Refused, Requests, type Side, type Table } from "./table.ts";

type Seat = {
  readonly sessionId: string;
  readonly roomId: string;
  readonly processId: string;
  /** Where its process is, when there are several. */
  readonly publicAddress?: string;
};

const patienceMs = 30_000;

const headersOf = (token: string): Record<string, string> => ({ authorization: `Bearer ${token}` });

/** Sign-ins are limited by address: so many come from one, behind the proxy that the load stands for. */
const guestsAnAddress = 300;
let signedIn = 0;

const newAddress = (): string => {
  const nth = Math.floor(signedIn++ / guestsAnAddress) + (process.pid % 200) * 256;
  return `10.${(nth >> 16) & 255}.${(nth >> 8) & 255}.${nth & 255}`;
};

/** Parlor at this address, over its public protocol and without the SDK's own cost. */
export const parlorSide = (url: string): Side => ({
  signIn: async (guests) => {
    const tokens: string[] = [];
    while (tokens.length < guests) {
      const from = { "x-forwarded-for": newAddress() };
      const { token } = await ask<{ readonly token: string }>("POST", `${url}/auth/anonymous`, {}, from);
      tokens.push(token);
    }
    return tokens;
  },
  make: async (owner, { players, ...wish }) => {
    const body = { topic: "", maxPlayers: players, ...wish };
    const { code } = await ask<{ readonly code: string }>("POST", `${url}/api/lobbies`, body, headersOf(owner));
    return code;
  },
  join: async (code, token, ears) => {
    const seat = await ask<Seat>("POST", `${url}/matchmake/joinById/${code}`, {}, headersOf(token));
    return take(url, seat, token, ears);
  },
  remove: async (code, owner) => {
    await ask<object>("DELETE", `${url}/api/lobbies/${code}`, {}, headersOf(owner));
  },
});

/** Signs in as many guests; gives their tokens. */
export const signIn = (url: string, guests: number): Promise<readonly string[]> => parlorSide(url).signIn(guests);

/** Makes a lobby and seats all of these guests in it; the first is its owner. */
export const parlorTable = async (url: string, tokens: readonly string[]): Promise<Table> => {
  const side = parlorSide(url);
  const code = await side.make(tokens[0] ?? "", { players: tokens.length, count: 10, seconds: 300 });
  return seatAll(side, code, tokens);
};

/** A field of a notice; the payload begins after the frame's code and the type with its length. */
const fieldOf = (frame: Buffer, type: string, field: string): string => {
  try {
    return (unpack(frame.subarray(1 + 1 + type.length)) as Readonly<Record<string, string>>)[field] ?? "";
  } catch {
    return "";
  }
};

const take = async (url: string, seat: Seat, token: string, ears: Ears): Promise<Player> => {
  const { sessionId, roomId, processId, publicAddress } = seat;
  const query = new URLSearchParams({ sessionId, _authToken: token });
  const base = publicAddress === undefined ? url.replace("http", "ws") : `ws://${publicAddress}`;
  const address = `${base}/${processId}/${roomId}?${query.toString()}`;
  const socket = new WebSocket(address, { perMessageDeflate: false });
  const received = { bytes: 0, chats: 0, results: 0 };
  const requests = new Requests();
  const state = ears.onPhase === undefined ? undefined : new StateReader();
  const seated = Promise.withResolvers<string>();
  const late = setTimeout(() => seated.reject(new Refused("join_timeout")), patienceMs);
  const onLine = (line: number): void => {
    received.chats++;
    ears.onLine?.(line);
  };
  const refused = (code: string): void => {
    if (Object.hasOwn(codes, code)) ears.onRefused?.(code);
  };
  socket.on("message", (bytes: Buffer) => {
    received.bytes += framedBytes(bytes.length);
    const frame = readServerFrame(bytes);
    if (frame.kind === "join") socket.send(joined);
    const seen = state?.take(frame.kind, bytes);
    if (seen !== undefined) ears.onPhase?.(seen.game.phase, seen.game.question.id);
    if (frame.kind === "reply") requests.settle(frame.request, frame.refusal);
    if (frame.kind !== "notice") return;
    if (frame.type === "you") return seated.resolve(fieldOf(bytes, "you", "player"));
    if (frame.type === "result") received.results++;
    else if (frame.type === "notice") refused(fieldOf(bytes, "notice", "code"));
    else readLines(bytes, onLine);
  });
  socket.on("error", (error) => seated.reject(new Refused((error as NodeJS.ErrnoException).code ?? error.message)));
  socket.on("close", (code) => {
    seated.reject(new Refused(`closed_${code}`));
    requests.end();
    ears.onClosed?.(code);
  });
  try {
    const who = await seated.promise;
    return {
      received,
      seat: who,
      chat: (text) => socket.send(sendFrame("chat", { text })),
      answer: (question, choice) =>
        requests.ask((request) => socket.send(requestFrame(request, "answer", { question, choice }))),
      steer: (what, payload) => requests.ask((request) => socket.send(requestFrame(request, what, payload))),
      close: () => socket.close(4000),
      drop: () => socket.terminate(),
    };
  } catch (error) {
    socket.terminate();
    throw error;
  } finally {
    clearTimeout(late);
  }
};
