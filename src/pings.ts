import type { Server } from "node:http";
import type { WebSocketTransport } from "@colyseus/ws-transport";

const halfMinute = 30_000;
/** The connections are asked in so many turns: all at once, ten thousand of them would hold up everything else for a third of a second. */
const turns = 60;
/** Who leaves so many unanswered is gone. */
const unansweredMost = 2;

/** What the transport counts about a connection: up with each ping, to 0 with each answer. */
type Pinged = { pingCount: number; readonly ping: () => void; readonly terminate: () => void };

/**
 * Asks each connection of a transport, which has its own pings switched off, once in `everyMs` whether it is still
 * there, a few at a time while the server listens.
 */
export const pingInTurns = (http: Server, transport: WebSocketTransport, everyMs = halfMinute): void => {
  const { clients } = Reflect.get(transport, "wss") as { readonly clients: Set<Pinged> };
  const next = inTurns(clients);
  let owed = 0;
  const turn = (): void => {
    owed += clients.size / turns;
    const now = Math.floor(owed);
    owed -= now;
    for (const client of next(now)) {
      if (client.pingCount >= unansweredMost) {
        client.terminate();
        continue;
      }
      client.pingCount++;
      client.ping();
    }
  };
  let timer: NodeJS.Timeout | undefined;
  http.on("listening", () => (timer = setInterval(turn, everyMs / turns).unref()));
  http.on("close", () => clearInterval(timer));
};

/** Gives the next so many of a set, and begins anew once all had their turn. Who comes meanwhile comes last. */
export const inTurns = <Item>(items: ReadonlySet<Item>): ((count: number) => readonly Item[]) => {
  let rest = items.values();
  return (count) => {
    const taken: Item[] = [];
    while (taken.length < count) {
      const { value, done } = rest.next();
      if (done === true) {
        rest = items.values();
        break;
      }
      taken.push(value);
    }
    return taken;
  };
};
