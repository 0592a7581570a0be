import { once } from "node:events";
import { WebSocket } from "ws";
import { joined, readServerFrame, requestFrame, sendFrame, StateReader } from "./parlor-frames.ts";
import { framedBytes, Phases, type Player, Requests, type Table } from "./table.ts";

type Seat = { readonly sessionId: string; readonly roomId: string; readonly processId: string };

const post = async <T>(url: string, body: object, token?: string): Promise<T> => {
  const response = await fetch(url, {
    method: "POST",
    headers: {
      "content-type": "application/json",
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
    },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`${url}: ${response.status} ${await response.text()}`);
  return (await response.json()) as T;
};

/** Signs in as many guests; gives their tokens. */
export const signIn = async (url: string, guests: number): Promise<readonly string[]> => {
  const tokens: string[] = [];
  while (tokens.length < guests) {
    const { token } = await post<{ readonly token: string }>(`${url}/auth/anonymous`, {});
    tokens.push(token);
  }
  return tokens;
};

/** Makes a lobby and seats all of these guests in it; the first is its owner. */
export const parlorTable = async (url: string, tokens: readonly string[]): Promise<Table> => {
  const wish = { topic: "", seconds: 300, maxPlayers: tokens.length };
  const { code } = await post<{ readonly code: string }>(`${url}/api/lobbies`, wish, tokens[0]);
  const phases = new Phases();
  const players: Player[] = [];
  for (const token of tokens) {
    const seat = await post<Seat>(`${url}/matchmake/joinById/${code}`, {}, token);
    players.push(await take(url, seat, token, players.length === 0 ? phases : undefined));
  }
  return { players, phases };
};

const take = async (url: string, seat: Seat, token: string, watch: Phases | undefined): Promise<Player> => {
  const { sessionId, roomId, processId } = seat;
  const query = new URLSearchParams({ sessionId, _authToken: token });
  const address = `${url.replace("http", "ws")}/${processId}/${roomId}?${query.toString()}`;
  const socket = new WebSocket(address, { perMessageDeflate: false });
  const received = { bytes: 0, chats: 0, results: 0 };
  const requests = new Requests();
  const state = watch === undefined ? undefined : new StateReader();
  const seated = Promise.withResolvers<void>();
  socket.on("message", (bytes: Buffer) => {
    received.bytes += framedBytes(bytes.length);
    const frame = readServerFrame(bytes);
    if (frame.kind === "join") socket.send(joined);
    const seen = state?.take(frame.kind, bytes);
    if (seen !== undefined) watch?.see(seen.game.phase, seen.game.question.id);
    if (frame.kind === "reply") requests.settle(frame.request, frame.refusal);
    if (frame.kind !== "notice") return;
    if (frame.type === "chat") received.chats++;
    if (frame.type === "result") received.results++;
    if (frame.type === "you") seated.resolve();
  });
  socket.on("close", (code) => seated.reject(new Error(`closed with ${code}`)));
  await once(socket, "open");
  await seated.promise;
  return {
    received,
    chat: (text) => socket.send(sendFrame("chat", { text })),
    answer: (question, choice) =>
      requests.ask((request) => socket.send(requestFrame(request, "answer", { question, choice }))),
    steer: (what, payload) => requests.ask((request) => socket.send(requestFrame(request, what, payload))),
    close: () => socket.close(4000),
  };
};
