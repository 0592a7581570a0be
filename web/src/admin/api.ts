import { signal } from "@preact/signals";
import { refusalCode } from "../refusal.ts";
import { client, signOut } from "../session.ts";

type Query = Readonly<Record<string, string | number | undefined>>;

/** Whether the server has said that whoever is signed in may not see this, or not any more. */
export const isRefused = signal(false);

const timeoutMs = 15_000;

/** One call of the staff's routes. Rejects with the server's refusal; a sign-in that has ended is ended here, too. */
const send = async (method: string, path: string, query: Query = {}, body?: unknown): Promise<Response> => {
  const response = await fetch(`/api/admin/${path}${searchOf(query)}`, {
    method,
    headers: {
      authorization: `Bearer ${client.auth.token}`,
      ...(body === undefined ? {} : { "content-type": "application/json" }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    signal: AbortSignal.timeout(timeoutMs),
  });
  if (response.ok) return response;
  const data: unknown = await response.json().catch(() => undefined);
  const error = Object.assign(new Error(`status ${response.status}`), { data });
  const code = refusalCode(error);
  // Somebody's own rank may be too low for a deed; what can be seen is for all of the staff.
  if (code !== "not_owner" || method === "GET") await heed(code);
  throw error;
};

/** Whether the sign-in has ended while the dashboard was looked at. */
export const hasEnded = signal(false);

/** What some refusals mean for the whole page. */
export const heed = async (code: string | undefined): Promise<void> => {
  if (code === "unauthorized" || code === "token_expired") {
    hasEnded.value = true;
    await signOut();
  }
  if (code === "not_owner") isRefused.value = true;
};

/** Without what is empty. */
const searchOf = (query: Query): string => {
  const given = Object.entries(query).filter(([, value]) => value !== undefined && value !== "");
  const search = new URLSearchParams(given.map(([name, value]) => [name, String(value)])).toString();
  return search === "" ? "" : `?${search}`;
};

const read = async <Data>(response: Response): Promise<Data> =>
  (response.headers.get("content-type") ?? "").includes("json") ? ((await response.json()) as Data) : (null as Data);

export const get = async <Data>(path: string, query?: Query): Promise<Data> =>
  read<Data>(await send("GET", path, query));

export const post = async <Data = unknown>(path: string, body: object = {}): Promise<Data> =>
  read<Data>(await send("POST", path, {}, body));

export const patch = async <Data = unknown>(path: string, body: object): Promise<Data> =>
  read<Data>(await send("PATCH", path, {}, body));

export const remove = async (path: string, body: object): Promise<void> => {
  await send("DELETE", path, {}, body);
};

/** Fetches a file, as a plain link could not say who asks, and has the browser keep it. */
export const saveFile = async (path: string, query: Query, name: string): Promise<void> => {
  const blob = await (await send("GET", path, query)).blob();
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
};

/** The words of the fields that the server found wrong; "" when it named none. */
export const fieldFaults = (error: unknown): string => {
  const { fields } = (error as { data?: { error?: { fields?: Readonly<Record<string, string>> } } }).data?.error ?? {};
  return Object.entries(fields ?? {})
    .map(([name, fault]) => `${name}: ${fault}`)
    .join(" · ");
};
