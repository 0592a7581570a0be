import { Agent, request } from "node:http";
import { Refused } from "./table.ts";

const agent = new Agent({ keepAlive: true, maxSockets: 64 });
const patienceMs = 30_000;

/** A request with a JSON body; rejects with the code of a refusal. `fetch` would cost this process more than the request costs the server. */
export const ask = <T>(
  method: string,
  url: string,
  body: object,
  headers: Readonly<Record<string, string>>,
): Promise<T> =>
  new Promise((resolve, reject) => {
    const text = JSON.stringify(body);
    const length = String(Buffer.byteLength(text));
    const options = {
      method,
      agent,
      timeout: patienceMs,
      headers: { "content-type": "application/json", "content-length": length, ...headers },
    };
    const asked = request(url, options, (response) => {
      const parts: Buffer[] = [];
      response.on("data", (part: Buffer) => parts.push(part));
      response.on("end", () => {
        const answer = Buffer.concat(parts).toString();
        if ((response.statusCode ?? 500) < 300) return resolve((answer === "" ? {} : JSON.parse(answer)) as T);
        reject(new Refused(codeIn(answer) ?? `http_${response.statusCode}`));
      });
    });
    asked.on("error", (error) => {
      const { code = error.message } = error as NodeJS.ErrnoException;
      // The server has closed a connection that was kept, as it may, just when it was used again.
      if (asked.reusedSocket && code === "ECONNRESET") resolve(ask<T>(method, url, body, headers));
      else reject(new Refused(code));
    });
    asked.on("timeout", () => asked.destroy(new Error("http_timeout")));
    asked.end(text);
  });

const codeIn = (answer: string): string | undefined => {
  try {
    const { error, code } = JSON.parse(answer) as {
      readonly error?: { readonly code?: string };
      readonly code?: string;
    };
    return typeof error === "object" ? error.code : code;
  } catch {
    return undefined;
  }
};
