import { Desk } from "./at-hand.ts";
import { Choosing } from "./choosing.ts";
import { gather } from "./gather.ts";
import { Patient } from "./patient.ts";
import type { Made, QuestionRequest, QuestionSource } from "./source.ts";
import { topicWords } from "./text.ts";

export type MixOptions = {
  readonly sources: ReadonlyMap<string, QuestionSource>;
  /** With fewer than this nobody begins a game, unless fewer are wanted. */
  readonly enough: number;
  /** After so many ms there are enough, from wherever they can be had. */
  readonly playableMs: number;
  /** After so many ms a slow source is not waited for any more. */
  readonly patienceMs: number;
  /** ms, steadily rising. */
  readonly clock: () => number;
  readonly onFailure: (source: string, error: unknown) => void;
};

/** The questions of one game from the source that is asked for, and from others where that one falls short. */
export type Mix = (name: string, request: QuestionRequest, signal: AbortSignal) => AsyncIterable<Made>;

/** Sources that may take their time. */
const slow: ReadonlySet<string> = new Set(["model", "opentdb"]);

export const mixOf = (options: MixOptions): Mix =>
  async function* mix(name, request, signal) {
    const choosing = new Choosing(request);
    if (name === "pack") {
      yield* packed(options, choosing, request, signal);
      return;
    }
    const notes: string[] = [];
    const hasTopic = topicWords(request.topic).length > 0;
    // For anything at all, what is at hand does; for a topic, the best that is there.
    const main = slow.has(name) ? name : name === "auto" && hasTopic && options.sources.has("model") ? "model" : "";
    const desk = new Desk(options.sources, name, choosing, request, signal);
    const source = options.sources.get(main);
    if (source !== undefined) yield* slowly(options, source, desk, notes);
    else if (main !== "") notes.push(`This server has no ${slowNames[main] ?? main}.`);
    const before = choosing.done;
    if (choosing.missing > 0 && hasTopic && !signal.aborted) yield* onTopic(options, name, desk, notes);
    const fitting = choosing.done - before;
    if (signal.aborted) return;
    const questions = await desk.anything();
    if (hasTopic && questions.length > 0) notes.push(shortfall(request.topic, fitting, fitting + questions.length));
    if (questions.length + notes.length > 0) yield { questions, note: notes.join(" ") };
  };

const slowNames: Readonly<Record<string, string>> = { model: "AI model", opentdb: "Open Trivia DB" };

/** A pack is played as it is: nothing is put in its place. */
async function* packed(
  { sources }: MixOptions,
  choosing: Choosing,
  request: QuestionRequest,
  signal: AbortSignal,
): AsyncGenerator<Made> {
  const source = sources.get("pack");
  if (source === undefined) throw new Error("there are no packs here");
  const { questions, note } = await gather(source, request, signal);
  yield { questions: choosing.take(questions), ...(note === "" ? {} : { note }) };
}

/** What is at hand on the topic, and where that is not enough, what Open Trivia DB has. */
async function* onTopic(
  { sources, onFailure }: MixOptions,
  name: string,
  desk: Desk,
  notes: string[],
): AsyncGenerator<Made> {
  const { choosing, request, signal } = desk;
  const questions = await desk.onTopic();
  const openTdb = name === "auto" ? sources.get("opentdb") : undefined;
  if (choosing.missing === 0 || openTdb === undefined) {
    // What is to be said comes with the last of the questions, not after them.
    yield choosing.missing === 0 ? { questions, note: notes.splice(0).join(" ") } : { questions };
    return;
  }
  yield { questions, stage: "fetching" };
  try {
    const more = await gather(openTdb, { ...request, count: choosing.missing + choosing.done }, signal);
    yield { questions: choosing.takeFresh(more.questions) };
  } catch (error) {
    onFailure("opentdb", error);
  }
}

/** What a slow source gives, and from others what is needed to begin when it keeps people waiting. */
async function* slowly(
  { enough: least, playableMs, patienceMs, clock, onFailure }: MixOptions,
  source: QuestionSource,
  desk: Desk,
  notes: string[],
): AsyncGenerator<Made> {
  const { choosing, request, signal } = desk;
  const enough = Math.min(least, request.count);
  const started = clock();
  const controller = new AbortController();
  const stream = new Patient(source.make(request, AbortSignal.any([signal, controller.signal])));
  const name = slowNames[source.name] ?? source.name;
  let given = 0;
  try {
    while (choosing.missing > 0 && !signal.aborted) {
      const limit = choosing.done < enough ? playableMs : patienceMs;
      const next = await stream.next(limit - (clock() - started));
      if (next === "late" && choosing.done >= enough) {
        notes.push(`The ${name} took too long.`);
        return;
      }
      if (next === "late") {
        const questions = await desk.some(enough - choosing.done);
        if (questions.length === 0) return;
        yield { questions, note: `The ${name} takes its time, so the game begins with other questions.` };
        continue;
      }
      if (next.done === true) break;
      const { questions = [], ...word } = next.value;
      const fresh = choosing.takeFresh(questions);
      given += fresh.length;
      yield { ...word, questions: fresh };
    }
    if (choosing.missing > 0) notes.push(`The ${name} gave ${given} of ${request.count} questions.`);
  } catch (error) {
    onFailure(source.name, error);
    notes.push(`The ${name} can't be used just now.`);
  } finally {
    controller.abort();
    stream.stop();
  }
}

const shortfall = (topic: string, fitting: number, of: number): string =>
  fitting === 0
    ? `I know no questions about “${topic}”, so here is a mix of everything.`
    : `I have ${fitting} fresh ${fitting === 1 ? "question" : "questions"} about “${topic}”; the other ${of - fitting} are a mix of everything.`;
