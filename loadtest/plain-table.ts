import { WebSocket } from "ws";
import { seatAll } from "./seating.ts";
import { type Ears, framedBytes, type Player, readLines, Refused, Requests, type Side, type Table } from "./table.ts";

type Heard = {
  readonly type: string;
  readonly request?: number;
  readonly phase?: string;
  readonly refusal?: string;
  readonly player?: string;
  readonly question?: { readonly id: string };
};

let guestsMade = 0;

/** The plain servers take anybody at their word. */
export const plainGuests = async (guests: number): Promise<readonly string[]> =>
  Array.from({ length: guests }, () => `guest-${process.pid}-${guestsMade++}`);

let lobbiesMade = 0;

/** A lobby of theirs is there as soon as somebody names it. */
export const plainLobby = async (): Promise<string> => `lobby-${process.pid}-${lobbiesMade++}`;

/** The plain `ws` server at this address. */
export const plainSide = (url: string): Side => ({
  signIn: plainGuests,
  make: plainLobby,
  join: (code, guest, ears) => take(`${url}/${code}?player=${guest}`, ears),
  remove: async () => {},
});

/** Opens a lobby of the plain server with as many players; the first is its owner. */
export const plainTable = async (url: string, size: number, code: string): Promise<Table> =>
  seatAll(plainSide(url), code, await plainGuests(size));

const take = async (address: string, ears: Ears): Promise<Player> => {
  const socket = new WebSocket(address.replace("http", "ws"), { perMessageDeflate: false });
  const received = { bytes: 0, chats: 0, results: 0 };
  const requests = new Requests();
  const seated = Promise.withResolvers<string>();
  let question = "";
  const onLine = (line: number): void => {
    received.chats++;
    ears.onLine?.(line);
  };
  socket.on("message", (bytes: Buffer) => {
    received.bytes += framedBytes(bytes.length);
    const type = typeOf(bytes);
    if (type === "chat") return readLines(bytes, onLine);
    if (type === "result") received.results++;
    if (type !== "reply" && type !== "you" && (type !== "phase" || ears.onPhase === undefined)) return;
    const heard = JSON.parse(bytes.toString()) as Heard;
    if (type === "you") seated.resolve(heard.player ?? "");
    if (heard.request !== undefined) requests.settle(heard.request, heard.refusal);
    question = heard.question?.id ?? question;
    if (heard.phase !== undefined) ears.onPhase?.(heard.phase, question);
  });
  socket.on("error", (error) => seated.reject(new Refused((error as NodeJS.ErrnoException).code ?? error.message)));
  socket.on("close", (code) => {
    seated.reject(new Refused(`closed_${code}`));
    requests.end();
    ears.onClosed?.(code);
  });
  const seat = await seated.promise;
  const send = (message: object): void => socket.send(JSON.stringify(message));
  return {
    received,
    seat,
    chat: (text) => send({ type: "chat", text }),
    answer: (asked, choice) => requests.ask((request) => send({ type: "answer", request, question: asked, choice })),
    steer: (what, payload) => requests.ask((request) => send({ type: what, request, ...payload })),
    close: () => socket.close(1000),
    drop: () => socket.terminate(),
  };
};

const opening = '{"type":"';

/** The type of a message without parsing it: the type is the first field of all the plain server sends. */
const typeOf = (bytes: Buffer): string => bytes.toString("latin1", opening.length, bytes.indexOf(0x22, opening.length));
