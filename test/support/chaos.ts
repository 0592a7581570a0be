import assert from "node:assert/strict";
import { setTimeout as delay } from "node:timers/promises";
import type { TestApp } from "./app.ts";
import { clientOf, enter, guest, makeLobby, type Person } from "./people.ts";
import type { ParlorProcess } from "./process.ts";
import type { Seat } from "./seat.ts";

/** A server of another process, for helpers that ask for nothing but where it is. */
const addressOf = ({ url }: ParlorProcess): Pick<TestApp, "url"> => ({ url });

/** People in the open question of a game; the first of them is the owner. */
export type Table = { readonly code: string; readonly people: readonly Person[]; readonly seats: readonly Seat[] };

/** Seats people in a lobby of their own and starts a game; resolves when its first question is open. */
export const openQuestion = async (server: ParlorProcess, names: readonly string[], game: object): Promise<Table> => {
  const people = await Promise.all(names.map((name) => guest(addressOf(server), name)));
  const code = await makeLobby(people[0] as Person, game);
  const seats = await Promise.all(people.map((person) => enter(person, code)));
  const [owner] = seats as [Seat];
  await owner.sees("everybody", ({ players }) => players.size === names.length);
  await owner.ask("start", {});
  await Promise.all(seats.map((seat) => seat.sees("the question", ({ game: { phase } }) => phase === "question")));
  return { code, people, seats };
};

/** Joins through another server, as the same person. */
export const enterThrough = (server: ParlorProcess, { token, ...person }: Person, code: string): Promise<Seat> =>
  enter({ ...person, token, client: clientOf(addressOf(server), token) }, code);

/** Asks again and again until the answer fits; for what another process knows. */
export const untilTrue = async (what: string, isTrue: () => Promise<boolean>, timeoutMs = 30_000): Promise<void> => {
  const giveUpAt = performance.now() + timeoutMs;
  while (!(await isTrue())) {
    if (performance.now() > giveUpAt) throw new Error(`waited ${timeoutMs} ms in vain for ${what}`);
    await delay(25);
  }
};

/** Makes a lobby; a busy machine's server takes no new ones while the writing of others is late. Gives its code. */
export const makeWhenReady = async (server: { readonly url: string }, owner: Person, body: object): Promise<string> => {
  for (;;) {
    await untilTrue("the server to be ready", async () => (await fetch(`${server.url}/health/ready`)).ok);
    let code = "";
    const refusal = await makeLobby(owner, body).then(
      (made) => void (code = made),
      (error: unknown) => error as Error,
    );
    if (refusal === undefined) return code;
    assert.match(refusal.message, /not_available/);
  }
};
