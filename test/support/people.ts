import { Client } from "@colyseus/sdk";
import type { PlayerId } from "../../src/core/ids.ts";
import type { TestApp } from "./app.ts";
import { Seat } from "./seat.ts";

/** Somebody signed in, with an SDK client of their own. */
export type Person = {
  readonly id: PlayerId;
  readonly name: string;
  readonly token: string;
  readonly client: Client;
};

/** An SDK client with this token, or none. The SDK's clients share tokens in Node unless told otherwise. */
export const clientOf = (app: Pick<TestApp, "url">, token?: string): Client => {
  const client = new Client(app.url);
  client.auth.token = token as string;
  return client;
};

/** Signs in as a guest, as the portal does. */
export const guest = async (app: Pick<TestApp, "url">, name: string): Promise<Person> => {
  const client = clientOf(app);
  const { user, token } = await client.auth.signInAnonymously({ name });
  return { id: user.id, name: user.name, token, client };
};

/** Makes a lobby as this person; gives its code. */
export const makeLobby = async (owner: Person, body: object = {}): Promise<string> => {
  const { data } = await owner.client.http.post("/api/lobbies", { body });
  return (data as { code: string }).code;
};

/** Joins a lobby and waits for its first state and the welcome. */
export const enter = async (person: Person, code: string, options: object = {}): Promise<Seat> =>
  Seat.of(await person.client.joinById(code, options));

/** The code of the refusal of a join, or of any other call of the SDK; fails when it is not refused. */
export const refusalOf = async (attempt: Promise<unknown>): Promise<string> => {
  try {
    await attempt;
  } catch (error) {
    const { reason, message } = error as Error & { reason?: { code: string } };
    return reason?.code ?? message;
  }
  throw new Error("was not refused");
};
