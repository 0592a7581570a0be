import type { OpenAI } from "openai";
import type { zodResponseFormat } from "openai/helpers/zod";
import type { Deadline } from "./deadline.ts";
import { type Failure, failureOf } from "./openai-failure.ts";
import type { Parameters, Profile } from "./openai-profile.ts";

/** All that one request needs to be sent. */
export type Line = {
  readonly client: OpenAI;
  readonly formatOf: typeof zodResponseFormat;
  readonly model: string;
  readonly profile: Profile;
  readonly deadline: Deadline;
  /** The pause before the second try; it doubles. */
  readonly pauseMs: number;
  /** In [0, 1): so that many who failed together don't come back together. */
  readonly random: () => number;
};

export type Wish = { readonly temperature?: number; readonly maxTokens?: number };

/** For failures that pass; a parameter left out is not counted. */
const mostTries = 3;

/**
 * Makes a request, again without a parameter that the server refuses, and again after a pause when the failure is
 * one that passes. A pause that the time does not allow is not begun.
 */
export const send = async <T>(
  line: Line,
  wish: Wish,
  request: (parameters: Parameters) => Promise<T>,
): Promise<{ readonly ok: true; readonly value: T } | Failure> => {
  const { profile, deadline, pauseMs, random } = line;
  for (let tries = 1; ;) {
    const parameters = profile.parameters(wish);
    try {
      return { ok: true, value: await request(parameters) };
    } catch (error) {
      const failure = failureOf(error, deadline);
      if (profile.learn(failure.about, parameters)) continue;
      const pause = failure.waitMs ?? pauseMs * 2 ** (tries - 1) * (1 - random() / 4);
      if (!failure.passing || tries >= mostTries || pause >= deadline.leftMs) return failure;
      tries++;
      await deadline.pause(pause);
    }
  }
};

/** Some servers, and proxies before them, give JSON under another type, which the SDK leaves as text. */
export const objectOf = (answer: unknown): object => {
  const value: unknown = typeof answer === "string" ? JSON.parse(answer) : answer;
  if (typeof value !== "object" || value === null) throw new SyntaxError("not an object");
  return value;
};
