import type { TestApp } from "./app.ts";

export type CallOptions = {
  readonly token?: string;
  /** A text is sent as it is. */
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
};

/** One HTTP request without the SDK; `code` is that of the refusal, or "". */
export const call = async (app: Pick<TestApp, "url">, method: string, path: string, options: CallOptions = {}) => {
  const { token, body, headers } = options;
  const response = await fetch(app.url + path, {
    method,
    headers: {
      ...(token ? { authorization: `Bearer ${token}` } : {}),
      ...(body === undefined ? {} : { "content-type": "application/json" }),
      ...headers,
    },
    ...(body === undefined ? {} : { body: typeof body === "string" ? body : JSON.stringify(body) }),
  });
  const text = await response.text();
  const isJson = /\bjson\b/.test(response.headers.get("content-type") ?? "");
  const json = isJson ? (JSON.parse(text) as { error?: { code?: string; fields?: Record<string, string> } }) : {};
  return {
    status: response.status,
    headers: response.headers,
    text,
    json: json as Record<string, unknown>,
    code: json.error?.code ?? "",
    fields: json.error?.fields ?? {},
  };
};
