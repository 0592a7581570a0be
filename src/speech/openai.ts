import { z } from "zod";
import type { Deadline } from "../model/deadline.ts";
import { Gate } from "../model/gate.ts";
import { type AskOptions, failed, type ModelFailure, type ModelFault } from "../model/model.ts";
import { boundedFetch, TooLong } from "../model/openai-fetch.ts";
import type { Log } from "../telemetry/log.ts";
import { endingOf } from "./recording.ts";
import type { Audio, Ears, Heard, Voice } from "./speech.ts";

export type SpeechServer = {
  readonly apiKey?: string | undefined;
  readonly baseUrl?: string | undefined;
  readonly model: string;
  readonly log: Log;
  /** ms on a clock that never goes back. */
  readonly now?: () => number;
};

const officialUrl = "https://api.openai.com/v1";
const atOnce = 4;
const mostWaiting = 16;
const longestText = 2000;
const audioType = /^audio\/[\w.+-]{1,40}$/;
const heardFormat = z.object({
  text: z.string(),
  usage: z.object({ total_tokens: z.number() }).optional().catch(undefined),
});

/** A voice on any server that speaks OpenAI's protocol. */
export const openAiVoice = ({ voice, ...server }: SpeechServer & { readonly voice: string }): Voice => {
  const send = senderOf("the voice", server, "/audio/speech");
  return {
    read: (input, limits) =>
      send(
        limits,
        {
          body: JSON.stringify({ model: server.model, voice, input, response_format: "mp3" }),
          contentType: "application/json",
        },
        audioOf,
      ),
  };
};

/** Ears on any server that speaks OpenAI's protocol. */
export const openAiEars = (server: SpeechServer): Ears => {
  const send = senderOf("the ears", server, "/audio/transcriptions");
  return {
    hear: async ({ bytes, type, language }, limits) => {
      const form = new FormData();
      form.set("file", new Blob([bytes], { type }), `speech.${endingOf(type)}`);
      form.set("model", server.model);
      form.set("response_format", "json");
      if (language !== "") form.set("language", language);
      // Packed before it is sent: Node's fetch rejects where nobody listens when a form is on its way and is aborted.
      const packed = new Response(form);
      const contentType = packed.headers.get("content-type") ?? "";
      return send(limits, { body: new Uint8Array(await packed.arrayBuffer()), contentType }, heardOf);
    },
  };
};

const audioOf = async (response: Response): Promise<Audio | ModelFailure> => {
  const type = (response.headers.get("content-type") ?? "").split(";", 1)[0]?.trim().toLowerCase() ?? "";
  if (!audioType.test(type)) return failed("nonsense", "what came is not sound");
  const bytes = new Uint8Array(await response.arrayBuffer());
  return bytes.byteLength === 0 ? failed("nonsense", "the sound is empty") : { ok: true, bytes, type };
};

const heardOf = async (response: Response): Promise<Heard | ModelFailure> => {
  const said = heardFormat.safeParse(await response.json());
  if (!said.success) return failed("nonsense", "what came is no transcription");
  const text = said.data.text.replace(/\s+/g, " ").trim().slice(0, longestText);
  return { ok: true, text, tokens: said.data.usage?.total_tokens };
};

type Sent = { readonly body: string | Uint8Array<ArrayBuffer>; readonly contentType: string };

/** Asks one address. What it says when it fails is in no message: servers quote keys and texts. */
const senderOf = (name: string, server: SpeechServer, path: string) => {
  const { apiKey, baseUrl = officialUrl, log, now = () => performance.now() } = server;
  const gate = new Gate({ name, atOnce, mostWaiting, now, log });
  const key: Readonly<Record<string, string>> = apiKey === undefined ? {} : { authorization: `Bearer ${apiKey}` };

  return async <T extends { readonly ok: true }>(
    limits: AskOptions,
    { body, contentType }: Sent,
    read: (response: Response) => Promise<T | ModelFailure>,
  ): Promise<T | ModelFailure> => {
    const visit = await gate.enter(limits);
    if (!visit.ok) return visit;
    const { deadline } = visit;
    const headers = { ...key, "content-type": contentType };
    const request = { method: "POST", headers, body, signal: deadline.signal };
    const work = async (): Promise<T | ModelFailure> => {
      const response = await boundedFetch(`${baseUrl}${path}`, request);
      const answer = response.status === 200 ? await read(response) : refusalOf(response.status);
      // What is not read would hold the connection.
      if (!response.bodyUsed) await response.body?.cancel();
      return answer;
    };
    const answer = await deadline.race(work()).catch((error: unknown) => brokenBy(error, deadline));
    visit.leave(answer.ok ? undefined : answer.fault);
    return answer;
  };
};

const refusalOf = (status: number): ModelFailure => {
  const fault = ((): ModelFault => {
    if (status === 401 || status === 403) return "unauthorized";
    if (status === 402) return "quota";
    if (status === 429 || status === 503) return "busy";
    return status >= 500 ? "unreachable" : "rejected";
  })();
  return failed(fault, `status ${status}`);
};

const brokenBy = (error: unknown, { over }: Deadline): ModelFailure => {
  if (over !== undefined) return failed(over, "no whole answer within the time given");
  if ([error, (error as Error).cause].some((one) => one instanceof TooLong))
    return failed("nonsense", "it is too long");
  if (error instanceof SyntaxError) return failed("nonsense", "what came is no transcription");
  return failed("unreachable", "the connection failed");
};
