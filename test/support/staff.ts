import assert from "node:assert/strict";
import { adminPassword, type TestApp } from "./app.ts";
import { call, type CallOptions } from "./http.ts";
import { clientOf, type Person } from "./people.ts";

/** A server, in this process or another. */
type Server = Pick<TestApp, "url">;

const password = "correct horse battery";

/** Somebody with an account; `again` signs them in anew, with the role they have by then. */
export const registered = async (app: Server, name: string): Promise<Person & { again: () => Promise<Person> }> => {
  const email = `${name.toLowerCase()}@example.org`;
  const client = clientOf(app);
  const { user, token } = await client.auth.registerWithEmailAndPassword(email, password, { name });
  const again = async (): Promise<Person> => {
    const fresh = clientOf(app);
    const signedIn = await fresh.auth.signInWithEmailAndPassword(email, password);
    return { id: signedIn.user.id, name, token: signedIn.token, client: fresh };
  };
  return { id: user.id, name, token, client, again };
};

/** The admin who is always one. */
export const admin = async (app: Server): Promise<Person> => {
  const client = clientOf(app);
  const { user, token } = await client.auth.signInWithEmailAndPassword("admin", adminPassword);
  return { id: user.id, name: user.name, token, client };
};

/** Somebody who was made a moderator, or an admin. */
export const promoted = async (
  app: Server,
  by: Person,
  name: string,
  role: "moderator" | "admin" = "moderator",
): Promise<Person> => {
  const person = await registered(app, name);
  const body = { role, why: "helps" };
  const { status } = await call(app, "POST", `/api/admin/people/${person.id}/role`, { token: by.token, body });
  assert.equal(status, 200);
  return person.again();
};

/** A call of the staff's that must succeed; gives what it answers. */
export const done = async <T = Record<string, unknown>>(
  app: Server,
  by: Person,
  method: string,
  path: string,
  body?: CallOptions["body"],
): Promise<T> => {
  const answer = await call(app, method, path, { token: by.token, ...(body === undefined ? {} : { body }) });
  assert.equal(answer.status, 200, `${method} ${path}: ${answer.text.slice(0, 300)}`);
  return answer.json as T;
};

type Logged = { readonly action: string; readonly target: string; readonly actor: string; readonly why: string };

/** What the audit log says, oldest first. */
export const audited = async (app: Server, by: Person): Promise<readonly Logged[]> => {
  const { entries } = await done<{ entries: readonly Logged[] }>(app, by, "GET", "/api/admin/audit?limit=100");
  return entries.toReversed();
};
