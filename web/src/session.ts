import { signal } from "@preact/signals";
import { Client } from "@colyseus/sdk";
import { refusalCode } from "./refusal.ts";

/** Who is signed in. */
export type Me = { readonly id: string; readonly name: string; readonly role: string };

export const client = new Client(location.origin);

/** undefined while it is being found out, null when nobody is signed in. */
export const me = signal<Me | null | undefined>(undefined);

const readUser = (user: unknown): Me => {
  const { id, sub, playerId, name, role } = (user ?? {}) as Record<string, unknown>;
  const word = (value: unknown) => (typeof value === "string" ? value : "");
  return { id: word(id ?? playerId ?? sub), name: word(name), role: word(role) };
};

/** Signs in with the token kept from last time, if there is one; keeps asking while the server is away. */
export const restore = async (): Promise<void> => {
  if (!client.auth.token) {
    me.value = null;
    return;
  }
  try {
    me.value = readUser((await client.auth.getUserData()).user);
  } catch (error) {
    const status = (error as { code?: unknown }).code;
    if (refusalCode(error) !== undefined || status === 401 || status === 403) return signOut();
    setTimeout(() => void restore(), 2000);
  }
};

/** Signs in as a guest. Rejects with the server's refusal. */
export const signIn = async (name: string): Promise<void> => {
  // A token that is no longer good would otherwise be sent along and refused.
  await client.auth.signOut();
  const { user } = await client.auth.signInAnonymously({ name });
  me.value = readUser(user);
};

/** Forgets who is signed in, here and in the browser's storage. */
export const signOut = async (): Promise<void> => {
  await client.auth.signOut();
  me.value = null;
};

/** Whether somebody has a role that may run any lobby. */
export const isStaff = ({ role }: Me): boolean => role === "moderator" || role === "admin";
