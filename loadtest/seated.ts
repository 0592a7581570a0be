import { Client, type Room } from "@colyseus/sdk";

type State = { readonly game: { readonly phase: string; readonly question: { readonly id: string } } };
export type Seat = Room<unknown, State>;

export type Table = { readonly code: string; readonly clients: readonly Client[]; readonly seats: readonly Seat[] };

/** A lobby with so many players in it, all through the SDK; the first is its owner. */
export const seated = async (url: string, players: number, questions: number): Promise<Table> => {
  const clients = await Promise.all(
    Array.from({ length: players }, async (_, n) => {
      const client = new Client(url, { headers: { "x-forwarded-for": `198.51.100.${n % 200}` } });
      const { token } = await client.auth.signInAnonymously({ name: `P${n}` });
      client.auth.token = token;
      return client;
    }),
  );
  const body = { count: questions, seconds: 300, maxPlayers: players };
  const { data } = await (clients[0] as Client).http.post("/api/lobbies", { body });
  const { code } = data as { readonly code: string };
  const seats: Seat[] = [];
  for (const client of clients) {
    const room = (await client.joinById(code)) as unknown as Seat;
    room.onMessage("*", () => {});
    seats.push(room);
  }
  return { code, clients, seats };
};

/** Resolves when the seat sees the phase. */
export const inPhase = (seat: Seat, phase: string): Promise<void> =>
  new Promise((resolve) => {
    const look = (state: State) => {
      if (state.game.phase === phase) resolve();
    };
    look(seat.state);
    seat.onStateChange(look);
  });

/** Skips the phase. The controls have a limit, too: what comes too fast is asked again. */
export const skip = async (owner: Seat): Promise<void> => {
  for (;;) {
    try {
      await owner.request("skip", {});
      return;
    } catch (error) {
      if ((error as { reason?: { code: string } }).reason?.code !== "too_fast") throw error;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
};
