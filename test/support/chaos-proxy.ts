import { connect, createServer, type AddressInfo, type Socket } from "node:net";

/** A way to a PostgreSQL server that can lose a reply: what was asked is done, and nobody hears of it. */
export type LosingProxy = {
  /** The database's url by this way. */
  readonly url: string;
  /** From now on the next question with this text in it loses its reply and its connection. */
  readonly loseReplyTo: (text: string) => void;
  /** How many replies were lost so far. */
  readonly lost: () => number;
  readonly close: () => Promise<void>;
};

export const losingProxy = async (url: string): Promise<LosingProxy> => {
  const target = new URL(url);
  const sockets = new Set<Socket>();
  let armed: string | undefined;
  let lost = 0;
  const server = createServer((client) => {
    const database = connect(Number(target.port), target.hostname);
    let isLosing = false;
    for (const socket of [client, database]) {
      sockets.add(socket);
      socket.on("error", () => {});
      socket.on("close", () => {
        sockets.delete(socket);
        client.destroy();
        database.destroy();
      });
    }
    client.on("data", (bytes) => {
      if (armed !== undefined && bytes.includes(armed)) {
        armed = undefined;
        isLosing = true;
      }
      database.write(bytes);
    });
    database.on("data", (bytes) => {
      if (!isLosing) return void client.write(bytes);
      // The server replies once the commit is done.
      lost++;
      client.destroy();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const way = new URL(url);
  way.port = String((server.address() as AddressInfo).port);
  return {
    url: way.href,
    loseReplyTo: (text) => (armed = text),
    lost: () => lost,
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
};
