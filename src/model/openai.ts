import type { Log } from "../telemetry/log.ts";
import { Deadline } from "./deadline.ts";
import { Gate } from "./gate.ts";
import {
  type AskOptions,
  type Model,
  ModelError,
  type ModelFailure,
  type ModelFault,
  type Moderator,
  failed,
} from "./model.ts";
import { askOn } from "./openai-ask.ts";
import { boundedFetch } from "./openai-fetch.ts";
import { moderateOn } from "./openai-moderate.ts";
import { ModelName } from "./openai-name.ts";
import { Profile } from "./openai-profile.ts";
import { endWith, sayOn } from "./openai-say.ts";
import type { Line } from "./openai-send.ts";
import { withoutThoughts } from "./thoughts.ts";

/** What the official API is asked when no model is named. */
const officialModel = "gpt-5.4-mini";
const officialUrl = "https://api.openai.com/v1";
const officialModerationModel = "omni-moderation-latest";

/** Local servers want no key, but the SDK does. */
const noKey = "none";

const mostWaiting = 64;

export type OpenAiOptions = {
  readonly apiKey?: string | undefined;
  /** Enough by itself for a server that wants no key. */
  readonly baseUrl?: string | undefined;
  readonly model?: string | undefined;
  /** The one that judges texts. */
  readonly moderationModel?: string | undefined;
  readonly log: Log;
  /** Requests on their way at once. */
  readonly atOnce?: number;
  /** The pause before a second try; it doubles. */
  readonly pauseMs?: number;
  /** ms on a clock that never goes back. */
  readonly now?: () => number;
  /** In [0, 1). */
  readonly random?: () => number;
};

export type OpenAiModel = Model &
  Moderator & {
    /** Whether it has failed so often that it is not asked for a while. */
    readonly isOpen: () => boolean;
  };

/**
 * Any server that speaks OpenAI's protocol: the official API, Ollama, llama.cpp, vLLM, LM Studio. It finds out by
 * asking what the server and the model understand, and remembers that as long as it lives.
 */
export const openAiModel = (options: OpenAiOptions): OpenAiModel => {
  const { log, atOnce = 4, pauseMs = 500, now = () => performance.now(), random = Math.random } = options;
  const baseURL = options.baseUrl ?? officialUrl;
  const isOfficial = new URL(baseURL).host === new URL(officialUrl).host;
  const name = new ModelName(options.model ?? (isOfficial ? officialModel : undefined), now);
  /** What is known of the model that was asked last. */
  let known = { model: "", profile: new Profile() };
  const chat = new Gate({ name: "the model", atOnce, mostWaiting, now, log });
  const { moderationModel = officialModerationModel } = options;
  const sdk = loadSdk(options.apiKey ?? noKey, baseURL);
  // Who asks gets to hear of it.
  sdk.catch(() => {});

  const lineOf = async (deadline: Deadline, model: string, profile: Profile): Promise<Line> => ({
    ...(await sdk),
    model,
    profile,
    deadline,
    pauseMs,
    random,
  });
  const chatLine = async (deadline: Deadline): Promise<{ readonly ok: true; readonly line: Line } | ModelFailure> => {
    const named = await name.get((await sdk).client, deadline);
    if (!named.ok) return named;
    if (known.model !== named.name) known = { model: named.name, profile: new Profile() };
    return { ok: true, line: await lineOf(deadline, named.name, known.profile) };
  };

  return {
    ask: (ask, limits) =>
      through(chat, limits, async (deadline) => {
        const found = await chatLine(deadline);
        const answer = found.ok ? await askOn(found.line, ask) : found;
        // It may be that the server has another model by now.
        if (!answer.ok && answer.fault === "rejected") name.forget();
        return answer;
      }),
    say: async function* (say, limits) {
      const visit = await chat.enter(limits);
      if (!visit.ok) return endWith(visit);
      // What there is to note when the reader doesn't read to the end.
      let fault: ModelFault | undefined = "stopped";
      try {
        const found = await chatLine(visit.deadline);
        if (!found.ok) throw new ModelError(found.fault, found.message);
        yield* withoutThoughts(sayOn(found.line, say));
        fault = undefined;
      } catch (error) {
        const failure = error instanceof ModelError ? error : new ModelError("rejected", wordFor(error));
        fault = failure.fault;
        endWith(failure);
      } finally {
        visit.leave(fault);
      }
    },
    moderate: async (texts, limits) => {
      if (texts.length === 0) return { ok: true, verdicts: [] };
      // No gate: what people write must not wait for questions that are being made.
      const deadline = new Deadline(limits, now);
      try {
        return await moderateOn({ ...(await sdk), model: moderationModel, deadline }, texts);
      } catch (error) {
        return failed("rejected", wordFor(error));
      } finally {
        deadline.close();
      }
    },
    isOpen: () => chat.isShut,
  };
};

/** Loaded only where there is a model to talk to: it takes its time and its memory. */
const loadSdk = async (apiKey: string, baseURL: string): Promise<Pick<Line, "client" | "formatOf">> => {
  const [{ OpenAI }, { zodResponseFormat }] = await Promise.all([import("openai"), import("openai/helpers/zod")]);
  // Whatever is not set here, the SDK takes from the environment.
  const client = new OpenAI({
    apiKey,
    baseURL,
    adminAPIKey: null,
    organization: null,
    project: null,
    fetch: boundedFetch,
    maxRetries: 0,
    logLevel: "off",
  });
  return { client, formatOf: zodResponseFormat };
};

const through = async <T extends { readonly ok: true }>(
  gate: Gate,
  limits: AskOptions,
  work: (deadline: Deadline) => Promise<T | ModelFailure>,
): Promise<T | ModelFailure> => {
  const visit = await gate.enter(limits);
  if (!visit.ok) return visit;
  const answer = await work(visit.deadline).catch((error: unknown) => failed("rejected", wordFor(error)));
  visit.leave(answer.ok ? undefined : answer.fault);
  return answer;
};

/** An error that nobody has foreseen; its message may hold anything. */
const wordFor = (error: unknown): string =>
  `it could not be asked (${error instanceof Error ? error.name : typeof error})`;

export type OpenAiSettings = {
  readonly OPENAI_API_KEY?: string | undefined;
  readonly OPENAI_BASE_URL?: string | undefined;
  readonly OPENAI_MODEL?: string | undefined;
  readonly OPENAI_MODERATION_MODEL?: string | undefined;
};

/** The model that the operator has set; none without a key and without a server. */
export const modelOf = (settings: OpenAiSettings, log: Log): OpenAiModel | undefined => {
  const { OPENAI_API_KEY: apiKey, OPENAI_BASE_URL: baseUrl } = settings;
  if (apiKey === undefined && baseUrl === undefined) return undefined;
  const { OPENAI_MODEL: model, OPENAI_MODERATION_MODEL: moderationModel } = settings;
  return openAiModel({ apiKey, baseUrl, model, moderationModel, log });
};
