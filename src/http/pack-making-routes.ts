import type { Question } from "../core/game.ts";
import type { QuestionId } from "../core/ids.ts";
import { withIds } from "../packs/edit.ts";
import { unfitIn } from "../packs/fit.ts";
import { anotherFrom, questionsFrom } from "../packs/making.ts";
import { anewFormat, makePackFormat } from "../protocol/packs.ts";
import type { QuestionSource } from "../questions/source.ts";
import { caller } from "./caller.ts";
import type { HttpContext } from "./context.ts";
import { checked, createEndpoint } from "./endpoint.ts";
import { ApiError } from "./errors.ts";
import { assertMayChange, assertSound, type PackDoor } from "./pack-door.ts";
import { questionOf } from "./pack-question-routes.ts";

/** Nobody waits longer for a pack, or for a question. */
const mostMs = 60_000;
/** As long as a topic may be. */
const topicLetters = 80;

/** Packs, and single questions, that a source makes. */
export const packMakingRoutes = ({ services }: Pick<HttpContext, "services">, door: PackDoor) => {
  const { sources, mix, care, newId, log } = services;

  const sourceNamed = (name = "auto"): QuestionSource => {
    // The questions of one pack are none for another; and without a wish there is the mix that lobbies have.
    const source = name === "pack" ? undefined : sources.get(name);
    if (source !== undefined) return source;
    if (name !== "auto") throw new ApiError("not_available", { source: "is not on this server" }, 409);
    return { name, supply: () => Promise.resolve(0), make: (request, signal) => mix(name, request, signal) };
  };
  /** Makes something for as long as somebody waits for it; what fails is not there. */
  const make = async <T>(source: QuestionSource, work: (signal: AbortSignal) => Promise<T | undefined>): Promise<T> => {
    const gone = caller().gone();
    const made = await work(AbortSignal.any([gone, AbortSignal.timeout(mostMs)])).catch((error: unknown) => {
      if (!gone.aborted) log.warn({ source: source.name, err: error }, "questions for a pack could not be made");
      return undefined;
    });
    if (gone.aborted || made === undefined) throw new ApiError("not_available");
    return made;
  };
  /** Sources from outside may have anything. */
  const fitOnes = async (questions: readonly Question[]): Promise<readonly Question[]> => {
    const unfit = new Set((await unfitIn(questions, door.isFit)).map(({ index }) => index));
    return questions.filter((_question, index) => !unfit.has(index));
  };
  const wish = (topic: string) => ({ topic, hidden: care.hidden(), seed: newId() });

  return {
    makePackFrom: createEndpoint(
      "/api/packs/make",
      { method: "POST", body: makePackFormat, ...checked },
      async (request) => {
        const visitor = await door.visitor(request.headers);
        const { topic, count, title, source: name } = request.body;
        const source = sourceNamed(name);
        await door.assertFit({ title, topic });
        await door.count("make", visitor);
        const { questions: made, note } = await make(source, async (signal) => {
          const outcome = await questionsFrom(source, { ...wish(topic), count }, signal);
          const questions = await fitOnes(outcome.questions);
          return questions.length === 0 ? undefined : { ...outcome, questions };
        });
        assertSound(made);
        const pack = await door.add(visitor, {
          id: newId(),
          owner: visitor.identity.id,
          title: title ?? (topic || "Mixed questions"),
          description: "",
          visibility: "private",
          questions: withIds(made, [], newId),
        });
        return Response.json({ ...pack, note }, { status: 201 });
      },
    ),

    makeAnew: createEndpoint(
      "/api/packs/:id/questions/:question/anew",
      { method: "POST", body: anewFormat, ...checked },
      async (request) => {
        const visitor = await door.visitor(request.headers);
        const { id } = request.params;
        const pack = await door.read(visitor, id);
        assertMayChange(pack, visitor.identity);
        const before = questionOf(pack, request.params.question);
        const source = sourceNamed(request.body?.source);
        await door.assertFit({ topic: request.body?.topic });
        await door.count("make", visitor);
        const topic = request.body?.topic ?? (before.category || pack.title).slice(0, topicLetters);
        const made = await make(source, async (signal) => {
          const another = await anotherFrom(source, wish(topic), pack.questions, signal);
          return another && (await fitOnes([another]))[0];
        });
        const question = { ...made, id: newId() as QuestionId };
        const { version } = await door.edit(visitor, id, undefined, (now) => {
          questionOf(now, before.id);
          return { questions: now.questions.map((one) => (one.id === before.id ? question : one)) };
        });
        return { question, version };
      },
    ),
  };
};
