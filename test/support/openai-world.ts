import assert from "node:assert/strict";
import { z } from "zod";
import type { ModelAnswer, Say, Verdicts } from "../../src/model/model.ts";
import { ModelError } from "../../src/model/model.ts";
import { type OpenAiModel, type OpenAiOptions, openAiModel } from "../../src/model/openai.ts";
import type { Log } from "../../src/telemetry/log.ts";
import { Clock } from "./clock.ts";
import { type OpenAiScript, type OpenAiServer, startOpenAi } from "./openai-server.ts";

/** What must never be in a message or a line of the log. */
export const secrets = { key: "sk-live-5ecret0key", system: "Our own rules 7731", user: "What ana typed 4242" };

const capital = z.object({ city: z.string(), people: z.number().nullable() });
export type Capital = z.output<typeof capital>;
export const rome: Capital = { city: "Rome", people: 2_800_000 };

type Limits = { readonly timeoutMs?: number; readonly signal?: AbortSignal; readonly name?: string };

/** A model that talks to a scripted server, and all that it said of itself. */
export class ModelWorld {
  readonly server: OpenAiServer;
  readonly model: OpenAiModel;
  readonly clock = new Clock();
  readonly said: string[] = [];

  private constructor(server: OpenAiServer, options: Partial<OpenAiOptions>) {
    this.server = server;
    this.model = openAiModel({
      apiKey: secrets.key,
      baseUrl: server.url,
      model: "stand-in",
      log: this.#log,
      pauseMs: 1,
      now: this.clock.now,
      ...options,
    });
  }

  /** Where chat requests are answered so, and the rest as the script says. */
  static async with(
    answer: NonNullable<OpenAiScript["answer"]>,
    { script = {}, ...options }: Partial<OpenAiOptions> & { readonly script?: OpenAiScript } = {},
  ): Promise<ModelWorld> {
    // Loading it would take longer than some tests give a request.
    await import("openai");
    const world = new ModelWorld(await startOpenAi({ answer, ...script }), options);
    opened.push(world);
    return world;
  }

  async ask({ timeoutMs = 2000, signal = never, name = "capital" }: Limits = {}): Promise<ModelAnswer<Capital>> {
    const { system, user } = secrets;
    const ask = { name, system, user, schema: capital, temperature: 0.5, maxTokens: 100 };
    const answer = await this.model.ask(ask, { signal, timeoutMs });
    if (!answer.ok) this.said.push(answer.message);
    return answer;
  }

  /** The fault of an ask, or "none". */
  async fault(limits: Limits = {}): Promise<string> {
    const answer = await this.ask(limits);
    return answer.ok ? "none" : answer.fault;
  }

  /** How chat requests so far wanted their JSON. */
  get rungs(): readonly string[] {
    return this.server.chats.map(({ structured }) => structured);
  }

  /** The pieces, and the fault when it broke off. */
  async say({
    timeoutMs = 2000,
    signal = never,
    heard = () => {},
  }: Limits & { readonly heard?: (piece: string) => void } = {}): Promise<readonly [pieces: string[], fault: string]> {
    const pieces: string[] = [];
    const say: Say = {
      system: secrets.system,
      messages: [
        { role: "user", content: secrets.user },
        { role: "assistant", content: "Go on." },
        { role: "user", content: "And then?" },
      ],
      temperature: 0.5,
      maxTokens: 60,
    };
    try {
      for await (const piece of this.model.say(say, { signal, timeoutMs })) {
        pieces.push(piece);
        heard(piece);
      }
    } catch (error) {
      assert(error instanceof ModelError, String(error));
      this.said.push(error.message);
      return [pieces, error.fault];
    }
    return [pieces, "none"];
  }

  async moderate(texts: readonly string[], { timeoutMs = 2000, signal = never }: Limits = {}): Promise<Verdicts> {
    const answer = await this.model.moderate(texts, { signal, timeoutMs });
    if (!answer.ok) this.said.push(answer.message);
    return answer;
  }

  readonly #note = (...words: readonly unknown[]): void => void this.said.push(JSON.stringify(words));
  readonly #log: Log = { debug: this.#note, info: this.#note, warn: this.#note, error: this.#note };
}

const never = new AbortController().signal;
const opened: ModelWorld[] = [];

/** After each test: closes what it opened, and finds nothing secret in anything that was said. */
export const closeWorlds = async (): Promise<void> => {
  const worlds = opened.splice(0);
  await Promise.all(worlds.map(({ server }) => server.close()));
  for (const { said, server } of worlds) {
    for (const line of said) {
      for (const secret of [...Object.values(secrets), server.url, "SERVER_WORDS"])
        assert(!line.includes(secret), line);
    }
  }
};
