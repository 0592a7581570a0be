import { z } from "zod";
import type { Recorder } from "../admin/recorder.ts";
import type { Identity } from "../accounts/tokens.ts";
import type { QuestionId } from "../core/ids.ts";
import { folded } from "../questions/text.ts";
import type { CaredQuestion } from "../questions/care.ts";
import { type HttpContext, identify } from "./context.ts";
import { correctAndTell, correctRunning, type Fault } from "./correcting.ts";
import { checked, createEndpoint } from "./endpoint.ts";
import { ApiError } from "./errors.ts";

export const reviewListFormat = z.object({
  state: z.enum(["hidden", "live", "kept", "removed"]).default("hidden"),
  limit: z.coerce.number().int().min(1).max(100).default(50),
  cursor: z.string().max(100).optional(),
});

const reason = z.string().trim().max(200).default("");
/** What somebody of the staff makes of a question. `right` is the text of the choice that is right after all. */
export const reviewFormat = z.discriminatedUnion("decision", [
  z.strictObject({ decision: z.literal("keep"), reason }),
  z.strictObject({ decision: z.literal("remove"), reason }),
  z.strictObject({ decision: z.literal("rekey"), right: z.string().trim().min(1).max(200), reason }),
]);

export const supplyFormat = z.object({ topic: z.string().trim().max(80).default("") });

/** Where questions come from, and what becomes of those that people complain about. */
export const questionRoutes = (context: HttpContext, { act }: Recorder) => {
  const { services } = context;
  const { care, sources } = services;

  const staffOf = async (headers: Headers | undefined): Promise<Identity> => {
    const identity = await identify(context, headers?.get("authorization"));
    if (identity.role === "player") throw new ApiError("not_owner");
    return identity;
  };
  const caredFor = async (id: string): Promise<CaredQuestion> => {
    const cared = /^\P{Cc}{1,100}$/u.test(id) ? await care.find(id) : undefined;
    if (cared === undefined) throw new ApiError("not_found");
    return cared;
  };

  /** Scores again every game that the question was reported in: those that are over, and those that run. */
  const uphold = async (id: string, right: string | null, by: Identity): Promise<number> => {
    const reports = await care.reportsOf(id);
    const games = new Map(reports.filter(({ game }) => game !== "").map(({ game, lobby }) => [game, lobby]));
    let corrected = 0;
    for (const [game, lobby] of games) {
      // Each game had its choices in an order of its own.
      const choices = (await services.standings.game(game))?.detail.find((one) => one.id === id)?.choices;
      const isCorrected =
        choices === undefined
          ? await correctRunning(services, lobby, id, right, by.id)
          : await correctOver(game, id, right === null ? { strike: true } : { key: choices.indexOf(right) }, by.id);
      if (isCorrected) corrected++;
    }
    return corrected;
  };
  const correctOver = async (game: string, id: string, fault: Fault, by: string): Promise<boolean> =>
    (await correctAndTell(services, game, id as QuestionId, fault, by)).ok;

  return {
    sources: createEndpoint("/api/sources", { method: "GET", query: supplyFormat, ...checked }, async (request) => {
      const { topic } = request.query;
      const known = [...sources.values()];
      const supplies = await Promise.all(known.map((source) => source.supply(topic)));
      return { sources: known.map(({ name }, index) => ({ name, supply: supplies[index] ?? 0 })) };
    }),

    listReviews: createEndpoint(
      "/api/admin/questions",
      { method: "GET", query: reviewListFormat, ...checked },
      async (request) => {
        await staffOf(request.headers);
        const { state, limit, cursor } = request.query;
        const found = await care.list(state, { limit: limit + 1, after: cursor });
        const page = found.slice(0, limit);
        const next = found.length > limit ? page.at(-1)?.id : undefined;
        return { questions: page, ...(next === undefined ? {} : { cursor: next }) };
      },
    ),

    showReview: createEndpoint("/api/admin/questions/:id", { method: "GET" }, async (request) => {
      await staffOf(request.headers);
      const cared = await caredFor(request.params.id);
      return { ...cared, reported: await care.reportsOf(cared.id) };
    }),

    review: createEndpoint(
      "/api/admin/questions/:id",
      { method: "POST", body: reviewFormat, ...checked },
      async (request) => {
        const staff = await staffOf(request.headers);
        const { id, question, state } = await caredFor(request.params.id);
        const { body } = request;
        const { decision, reason: why } = body;
        const right = decision === "rekey" ? choiceLike(question.choices, body.right) : null;
        const deed = { action: `question.${decision}`, target: `question:${id}`, subject: "", why } as const;
        const before = { state, prompt: question.prompt };
        return act(staff, { ...deed, before, after: { right } }, async () => {
          // A question whose key was wrong is not asked again: where it comes from it still has the wrong one.
          const decided = await care.decide(id, decision === "keep" ? "kept" : "removed", why);
          const games = decision === "keep" ? 0 : await uphold(id, right, staff);
          return { ...decided, games };
        });
      },
    ),
  };
};

const choiceLike = (choices: readonly string[], text: string): string => {
  const found = choices.find((choice) => folded(choice) === folded(text));
  if (found === undefined) throw new ApiError("no_such_choice", { right: "is none of the choices" });
  return found;
};
