import { signal } from "@preact/signals";
import { Client } from "@colyseus/sdk";
import { deviceToken, keepDevice } from "./device.ts";
import { refusalCode } from "./refusal.ts";

/** Who is signed in. */
export type Me = { readonly id: string; readonly name: string; readonly role: string; readonly anonymous: boolean };

export const client = new Client(location.origin);

/** undefined while it is being found out, null when nobody is signed in. */
export const me = signal<Me | null | undefined>(undefined);

const readUser = (user: unknown): Me => {
  const { id, sub, playerId, name, role, anonymous } = (user ?? {}) as Record<string, unknown>;
  const word = (value: unknown) => (typeof value === "string" ? value : "");
  return { id: word(id ?? playerId ?? sub), name: word(name), role: word(role), anonymous: anonymous !== false };
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
    // A server that can't look it up just now says so with another code: that ends nobody's sign-in.
    const status = (error as { code?: unknown }).code;
    if (isEnded(refusalCode(error)) || status === 401 || status === 403) return signOut();
    setTimeout(() => void restore(), 2000);
  }
};

/** Signs in as a guest. Rejects with the server's refusal. */
export const signIn = async (name: string): Promise<void> => {
  // A token that is no longer good would otherwise be sent along and refused.
  await client.auth.signOut();
  const answer = await client.auth.signInAnonymously({ name, device: deviceToken() });
  keepDevice(answer);
  me.value = readUser(answer.user);
};

/** Signs in with an account; a guest who mistypes their password stays who they are. Rejects with the refusal. */
export const signInWithEmail = async (email: string, password: string): Promise<void> => {
  const { auth, http } = client;
  // The SDK's own call has no place for the device.
  const { data } = await http.post(`${auth.settings.path}/login`, { body: { email, password, device: deviceToken() } });
  const { user, token } = data as { readonly user: unknown; readonly token: string };
  keepDevice(data);
  keepToken(token);
  me.value = readUser(user);
};

/** As the SDK does it, and where it looks for it. */
const keepToken = (token: string): void => {
  client.auth.token = token;
  try {
    localStorage.setItem(client.auth.settings.key, token);
  } catch {
    // Nothing may be stored: the sign-in lasts as long as the page.
  }
};

/** Makes an account. Who is signed in as a guest keeps their id and with it their seats and points. */
export const register = async (email: string, password: string, name: string): Promise<void> => {
  const answer = await client.auth.registerWithEmailAndPassword(email, password, { name, device: deviceToken() });
  keepDevice(answer);
  me.value = readUser(answer.user);
};

/** Ends every sign-in of this account, on all devices. Rejects with the refusal. */
export const signOutEverywhere = async (): Promise<void> => {
  try {
    await client.http.post("/auth/sign-out-everywhere");
  } catch (error) {
    if (!isEnded(refusalCode(error))) throw error;
  }
  await signOut();
};

const isEnded = (code: string | undefined): boolean => code === "unauthorized" || code === "token_expired";

/** Forgets who is signed in, here and in the browser's storage. The device is not forgotten. */
export const signOut = async (): Promise<void> => {
  await client.auth.signOut();
  me.value = null;
};

/** Whether somebody has a role that may run any lobby. */
export const isStaff = ({ role }: Me): boolean => role === "moderator" || role === "admin";
