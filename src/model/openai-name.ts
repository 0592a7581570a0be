import type { OpenAI } from "openai";
import { z } from "zod";
import { Deadline } from "./deadline.ts";
import { failed, type ModelFailure } from "./model.ts";
import { failureOf } from "./openai-failure.ts";
import { objectOf } from "./openai-send.ts";

/** Long enough for a server that is just loading; each asker waits no longer than it has time. */
const timeoutMs = 10_000;

const list = z.object({ data: z.array(z.object({ id: z.string().min(1).max(200) })) });

/** Names of models that can't chat. */
const others =
  /embed|whisper|(^|[^a-z])tts([^a-z]|$)|moderation|rerank|transcri|dall-e|image|realtime|guard|bge-|minilm/i;

export type Named = { readonly ok: true; readonly name: string } | ModelFailure;

/** The name of the model to ask: the one that was set, or the first one that a server lists and that can chat. */
export class ModelName {
  readonly #set: string | undefined;
  readonly #now: () => number;
  #found: Promise<Named> | undefined;

  constructor(set: string | undefined, now: () => number) {
    this.#set = set;
    this.#now = now;
  }

  async get(client: OpenAI, deadline: Deadline): Promise<Named> {
    if (this.#set !== undefined) return { ok: true, name: this.#set };
    try {
      // All who ask at once wait for one list, which is nobody's to stop.
      return await deadline.race((this.#found ??= this.#find(client)));
    } catch (error) {
      const { fault, message } = failureOf(error, deadline);
      return failed(fault, message);
    }
  }

  /** The server does not know it any more. */
  forget(): void {
    this.#found = undefined;
  }

  async #find(client: OpenAI): Promise<Named> {
    const deadline = new Deadline({ signal: new AbortController().signal, timeoutMs }, this.#now);
    const named = await listed(client, deadline);
    deadline.close();
    if (!named.ok) this.forget();
    return named;
  }
}

const noModel = failed("rejected", "the server lists no model that can chat: OPENAI_MODEL is needed");

const listed = async (client: OpenAI, deadline: Deadline): Promise<Named> => {
  try {
    const read = list.safeParse(objectOf(await deadline.race(client.get("/models", { signal: deadline.signal }))));
    const name = read.data?.data.map(({ id }) => id).find((id) => !others.test(id));
    if (name !== undefined) return { ok: true, name };
    return noModel;
  } catch (error) {
    const { fault, message } = failureOf(error, deadline);
    return fault === "rejected" ? noModel : failed(fault, message);
  }
};
