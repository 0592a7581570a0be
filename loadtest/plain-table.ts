import { once } from "node:events";
import { WebSocket } from "ws";
import { framedBytes, Phases, type Player, Requests, type Table } from "./table.ts";

type Heard = {
  readonly type: string;
  readonly request?: number;
  readonly phase?: string;
  readonly refusal?: string;
  readonly question?: { readonly id: string };
};

/** Opens a lobby of the plain server with as many players; the first is its owner. */
export const plainTable = async (url: string, size: number, code: string): Promise<Table> => {
  const phases = new Phases();
  const players: Player[] = [];
  for (let seat = 0; seat < size; seat++) players.push(await take(`${url}/${code}`, seat === 0 ? phases : undefined));
  return { players, phases };
};

const take = async (address: string, watch: Phases | undefined): Promise<Player> => {
  const socket = new WebSocket(address.replace("http", "ws"), { perMessageDeflate: false });
  const received = { bytes: 0, chats: 0, results: 0 };
  const requests = new Requests();
  const seated = Promise.withResolvers<void>();
  let question = "";
  socket.on("message", (bytes: Buffer) => {
    received.bytes += framedBytes(bytes.length);
    const type = typeOf(bytes);
    if (type === "chat") received.chats++;
    if (type === "result") received.results++;
    if (type === "you") seated.resolve();
    if (type !== "reply" && (type !== "phase" || watch === undefined)) return;
    const heard = JSON.parse(bytes.toString()) as Heard;
    if (heard.request !== undefined) requests.settle(heard.request, heard.refusal);
    question = heard.question?.id ?? question;
    if (heard.phase !== undefined) watch?.see(heard.phase, question);
  });
  socket.on("close", (code) => seated.reject(new Error(`closed with ${code}`)));
  await once(socket, "open");
  await seated.promise;
  const send = (message: object): void => socket.send(JSON.stringify(message));
  return {
    received,
    chat: (text) => send({ type: "chat", text }),
    answer: (asked, choice) => requests.ask((request) => send({ type: "answer", request, question: asked, choice })),
    steer: (what, payload) => requests.ask((request) => send({ type: what, request, ...payload })),
    close: () => socket.close(1000),
  };
};

const opening = '{"type":"';

/** The type of a message without parsing it: the type is the first field of all the plain server sends. */
const typeOf = (bytes: Buffer): string => bytes.toString("latin1", opening.length, bytes.indexOf(0x22, opening.length));
