import { z } from "zod";
import { lookingOf } from "../admin/looking.ts";
import { answerAloud, questionAloud } from "../protocol/spoken.ts";
import { recordingType, secondsOf } from "../speech/recording.ts";
import type { Speech } from "../speech/reader.ts";
import { caller } from "./caller.ts";
import { readCode } from "./codes.ts";
import { addressHeader, type HttpContext, identify } from "./context.ts";
import { checked, createEndpoint } from "./endpoint.ts";
import { ApiError } from "./errors.ts";
import { uploadsOf } from "./upload.ts";

export const partFormat = z.object({ part: z.enum(["question", "answer"]).default("question") });
export const saidFormat = z.object({
  lobby: z.string().max(20),
  language: z
    .string()
    .regex(/^[a-z]{2}$/)
    .optional(),
});

const mostBytes = 1024 * 1024;
const mostSeconds = 15;
/** A recorder stops a little later than it is told to, and marks are rough. */
const graceSeconds = 1;

/** The state of a lobby, as far as there is something to be read. */
type Seen = {
  readonly status: string;
  readonly players: Readonly<Record<string, unknown>>;
  readonly game: {
    readonly phase: string;
    readonly question: { readonly id: string; readonly prompt: string; readonly choices: readonly string[] };
    readonly reveal: { readonly key: number; readonly explanation: string };
  };
};

/** Questions read aloud, and speech understood, by whatever the operator has set for it. */
export const speechRoutes = (context: HttpContext, speech: Speech) => {
  const { at: look } = lookingOf(context.services);
  const uploads = uploadsOf();
  const limits = {
    read: context.limitOf("read-aloud", 60, 60),
    hear: context.limitOf("transcribe", 20, 60),
    // Guests cost nothing, so where they come from counts, too; a school is one address.
    readFrom: context.limitOf("read-aloud-from", 600, 60),
    hearFrom: context.limitOf("transcribe-from", 120, 60),
  };

  const seen = async (typed: string): Promise<Seen> => {
    const code = readCode(typed);
    const lobby = code === undefined ? null : (await look(code)).lobby;
    if (lobby === null) throw new ApiError("lobby_not_found");
    return lobby as unknown as Seen;
  };

  return {
    speechAbilities: createEndpoint("/api/speech", { method: "GET" }, () =>
      Promise.resolve({ aloud: speech.canRead, listen: speech.canHear }),
    ),

    readAloud: createEndpoint(
      "/api/speech/:lobby/:question",
      { method: "GET", query: partFormat, ...checked },
      async (request) => {
        const { id } = await identify(context, request.headers?.get("authorization"));
        if (!speech.canRead) throw new ApiError("not_available");
        await limits.readFrom.count(request.headers?.get(addressHeader) ?? "");
        await limits.read.count(id);
        const { lobby: typed, question } = request.params;
        const lobby = await seen(typed);
        const text = textOf(lobby, question, request.query.part);
        const audio = await speech.read(readCode(typed) ?? "", text);
        if (audio === undefined) throw new ApiError("not_available");
        return new Response(audio.bytes, {
          headers: { "content-type": audio.type, "cache-control": "private, no-store" },
        });
      },
    ),

    transcribe: createEndpoint(
      "/api/transcribe",
      { method: "POST", query: saidFormat, disableBody: true, ...checked },
      (request) =>
        uploads.within(request, async () => {
          const { id } = await identify(context, request.headers?.get("authorization"));
          if (!speech.canHear) throw new ApiError("not_available");
          await limits.hearFrom.count(request.headers?.get(addressHeader) ?? "");
          await limits.hear.count(id);
          const type = recordingType(request.headers?.get("content-type"));
          if (type === undefined) throw new ApiError("malformed", { body: "must be a recording" }, 415);
          const { lobby: typed, language = "" } = request.query;
          // For who plays, and not for whoever would like something typed.
          const { players } = await seen(typed);
          if (!Object.hasOwn(players, id)) throw new ApiError("not_a_player");
          return uploads.receive(request, mostBytes, async (body) => {
            const bytes = new Uint8Array(body);
            const seconds = secondsOf(bytes, type);
            if (bytes.byteLength === 0) throw new ApiError("malformed", { body: "is empty" });
            if (seconds > mostSeconds + graceSeconds) throw new ApiError("too_long");
            const recording = { bytes, type, language, seconds };
            const heard = await speech.hear(readCode(typed) ?? "", id, recording, caller().gone());
            if (heard === undefined) throw new ApiError("not_available");
            return heard;
          });
        }),
    ),
  };
};

/** What may be read of a question: itself while it is the one on show, its answer while that is revealed. */
const textOf = ({ status, game }: Seen, asked: string, part: "question" | "answer"): string => {
  const { phase, question, reveal } = game;
  if (status !== "in-progress" || question.id !== asked) throw new ApiError("not_found");
  if (phase !== "question" && phase !== "reveal") throw new ApiError("wrong_phase");
  if (part === "question") return questionAloud(question);
  if (phase !== "reveal") throw new ApiError("wrong_phase");
  return answerAloud({ ...question, ...reveal });
};
