import { WebSocket } from "ws";
import { plainGuests, plainLobby } from "./plain-table.ts";
import { type Ears, framedBytes, type Player, readLines, Refused, Requests, type Side } from "./table.ts";

/**
 * The socket.io server at this address, spoken to in its own protocol (Engine.IO 4, Socket.IO 5) without its client,
 * which would cost more than the server.
 */
export const socketioSide = (url: string): Side => ({
  signIn: plainGuests,
  make: plainLobby,
  join: (code, guest, ears) => take(`${url}/socket.io/?EIO=4&transport=websocket&code=${code}&player=${guest}`, ears),
  remove: async () => {},
});

type Fields = {
  readonly phase?: string;
  readonly refusal?: string;
  readonly player?: string;
  readonly question?: { readonly id: string };
};

const [open, ping, pong, connect, event, acknowledgement] = ["0", "2", "3", "40", "42", "43"] as const;

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
  const hear = (bytes: Buffer, type: string): void => {
    if (type === "chat") return readLines(bytes, onLine);
    if (type === "result") received.results++;
    if (type !== "you" && (type !== "phase" || ears.onPhase === undefined)) return;
    const [, heard] = JSON.parse(bytes.toString("utf8", event.length)) as [string, Fields];
    if (type === "you") seated.resolve(heard.player ?? "");
    question = heard.question?.id ?? question;
    if (heard.phase !== undefined) ears.onPhase?.(heard.phase, question);
  };
  socket.on("message", (bytes: Buffer) => {
    received.bytes += framedBytes(bytes.length);
    const packet = bytes.toString("latin1", 0, bytes[0] === 0x34 ? 2 : 1);
    if (packet === open) return socket.send(connect);
    if (packet === ping) return socket.send(pong);
    if (packet === event) return hear(bytes, bytes.toString("latin1", 4, bytes.indexOf(0x22, 4)));
    if (packet !== acknowledgement) return;
    const begin = bytes.indexOf(0x5b);
    const [reply] = JSON.parse(bytes.toString("utf8", begin)) as [Fields | undefined];
    requests.settle(Number(bytes.toString("latin1", 2, begin)), reply?.refusal);
  });
  socket.on("error", (error) => seated.reject(new Refused((error as NodeJS.ErrnoException).code ?? error.message)));
  socket.on("close", (code) => {
    seated.reject(new Refused(`closed_${code}`));
    requests.end();
    ears.onClosed?.(code);
  });
  const seat = await seated.promise;
  const send = (id: number | "", type: string, fields: object): void =>
    socket.send(`${event}${id}${JSON.stringify([type, fields])}`);
  return {
    received,
    seat,
    chat: (text) => send("", "chat", { text }),
    answer: (asked, choice) => requests.ask((id) => send(id, "answer", { question: asked, choice })),
    steer: (what, payload) => requests.ask((id) => send(id, what, payload)),
    close: () => socket.close(1000),
    drop: () => socket.terminate(),
  };
};
