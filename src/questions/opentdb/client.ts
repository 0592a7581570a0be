import { z } from "zod";
import { jsonOf, Unanswered, unanswered } from "../unanswered.ts";
import type { Encoding } from "./decode.ts";

/** Open Trivia DB's own words for how a request went. */
export const codes = {
  ok: 0,
  /** It has fewer than were asked for, and gives none. */
  tooFew: 1,
  badParameter: 2,
  /** The session token is not known, or not any more. */
  tokenUnknown: 3,
  /** The session has had all questions of this kind. */
  tokenExhausted: 4,
  /** Only one request in 5 s is allowed to each address. */
  tooFast: 5,
} as const;

const answerFormat = z.object({
  response_code: z.int().min(0).max(5),
  results: z.array(z.unknown()).default([]),
  token: z
    .string()
    .max(0)
    .or(z.string().regex(/^[\w-]{1,200}$/))
    .default(""),
});
type Answer = z.output<typeof answerFormat>;

export type ClientOptions = {
  readonly url: string;
  readonly encoding: Encoding;
  /** For all of an answer. */
  readonly timeoutMs: number;
};

/** Most questions that one request may ask for. */
export const mostAtOnce = 50;

/** The requests that Open Trivia DB knows. They reject when there is no answer, or none that makes sense. */
export type Client = {
  readonly questions: (
    wish: { readonly amount: number; readonly category: number | undefined; readonly token: string },
    signal: AbortSignal,
  ) => Promise<Answer>;
  readonly newToken: (signal: AbortSignal) => Promise<string>;
  readonly resetToken: (token: string, signal: AbortSignal) => Promise<Answer>;
};

export const clientOf = ({ url, encoding, timeoutMs }: ClientOptions): Client => {
  const ask = async (path: string, query: Readonly<Record<string, string>>, signal: AbortSignal): Promise<Answer> => {
    const address = new URL(path, url.endsWith("/") ? url : `${url}/`);
    for (const [name, value] of Object.entries(query)) if (value !== "") address.searchParams.set(name, value);
    try {
      const limit = AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]);
      const response = await fetch(address, { signal: limit, headers: { "user-agent": "Parlor" } });
      return await answerOf(response);
    } catch (error) {
      throw unanswered(error);
    }
  };

  return {
    questions: ({ amount, category, token }, signal) =>
      ask(
        "api.php",
        {
          amount: `${amount}`,
          category: category === undefined ? "" : `${category}`,
          encode: encoding === "html" ? "" : encoding,
          token,
        },
        signal,
      ),
    newToken: async (signal) => {
      const { response_code, token } = await ask("api_token.php", { command: "request" }, signal);
      if (token === "") throw new Unanswered(`no token (code ${response_code})`);
      return token;
    },
    resetToken: (token, signal) => ask("api_token.php", { command: "reset", token }, signal),
  };
};

const answerOf = async (response: Response): Promise<Answer> => {
  if (response.status === 429) {
    await response.body?.cancel();
    return { response_code: codes.tooFast, results: [], token: "" };
  }
  const answer = answerFormat.safeParse(await jsonOf(response));
  if (!answer.success) throw new Unanswered("an answer of another form");
  return answer.data;
};
