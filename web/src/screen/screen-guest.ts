import { deviceToken, keepDevice } from "../device.ts";
import { client, me } from "../session.ts";

/**
 * Signs a television in by itself: nobody types a name on one. The token lasts as long as the page and is not stored,
 * so that whoever plays in the same browser later is asked for a name of their own. Rejects with the refusal.
 */
export const signInScreen = async (): Promise<void> => {
  const { auth, http } = client;
  const body = { name: "Screen", device: deviceToken() };
  const { data } = await http.post(`${auth.settings.path}/anonymous`, { body });
  const { token, user } = data as { readonly token: string; readonly user: { readonly id: string } };
  keepDevice(data);
  auth.token = token;
  me.value = { id: user.id, name: "", role: "", anonymous: true };
};

/** Forgets a sign-in by `signInScreen`. */
export const signOutScreen = (): void => {
  client.auth.token = undefined as unknown as string;
  me.value = null;
};
