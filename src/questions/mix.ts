import type { Question } from "../core/game.ts";
import { seededRandom, shuffle } from "../core/random.ts";
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
/** Sources at hand, the most trusted first. */
const atHand = ["bank", "facts"];

export const mixOf = (options: MixOptions): Mix =>
  async function* mix(name, request, signal) {
    const choosing = new Choosing(request);
    if (name === "pack") {
      yield* packed(options, choosing, request, signal);
      return;
    }
    const main = mainSource(options, name, request.topic);
    const notes: string[] = [];
    if (main === undefined && slow.has(name)) notes.push(`This server has no ${slowNames[name] ?? name}.`);
    if (main !== undefined) yield* slowly(options, main, choosing, request, signal, notes);
    if (choosing.missing === 0 || signal.aborted) return;
    yield { stage: "choosing" };
    const rest = await atOnce(options, name, choosing, request, signal);
    const note = [...notes, rest.note].filter(Boolean).join(" ");
    yield { questions: rest.questions, ...(note === "" ? {} : { note }) };
  };

const slowNames: Readonly<Record<string, string>> = { model: "AI model", opentdb: "Open Trivia DB" };

/** The slow source to ask first. For anything at all, what is at hand does; for a topic, the best that is there. */
const mainSource = ({ sources }: MixOptions, name: string, topic: string): QuestionSource | undefined => {
  if (slow.has(name)) return sources.get(name);
  if (name !== "auto" || topicWords(topic).length === 0) return undefined;
  return sources.get("model");
};

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

/** What a slow source gives, and from others what is needed to begin when it keeps people waiting. */
async function* slowly(
  options: MixOptions,
  source: QuestionSource,
  choosing: Choosing,
  request: QuestionRequest,
  signal: AbortSignal,
  notes: string[],
): AsyncGenerator<Made> {
  const { playableMs, patienceMs, clock, onFailure } = options;
  const enough = Math.min(options.enough, request.count);
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
        const { questions } = await atOnce(options, source.name, choosing, request, signal, enough - choosing.done);
        if (questions.length === 0) return;
        yield { questions, note: `The ${name} takes its time, so the game begins with other questions.` };
        continue;
      }
      if (next.done === true) break;
      const { questions = [], ...word } = next.value;
      const fresh = choosing.take(questions.filter((question) => !choosing.wasAsked(question)));
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

/** From the sources at hand: on the topic, then anything, then what was asked longest ago. */
const atOnce = async (
  { sources }: MixOptions,
  name: string,
  choosing: Choosing,
  request: QuestionRequest,
  signal: AbortSignal,
  count = choosing.missing,
): Promise<{ readonly questions: readonly Question[]; readonly note: string }> => {
  const order = name === "facts" ? ["facts", "bank"] : name === "bank" ? ["bank"] : atHand;
  const chosen: Question[] = [];
  const add = async (source: string, topic: string, again: boolean): Promise<void> => {
    const from = sources.get(source);
    const missing = count - chosen.length;
    if (from === undefined || missing <= 0) return;
    // More than are missing, as some may be here already.
    const wish = { ...request, topic, count: missing + choosing.done };
    const { questions } = await gather(from, wish, signal);
    chosen.push(...choosing.take(again ? questions : questions.filter((one) => !choosing.wasAsked(one)), missing));
  };
  const hasTopic = topicWords(request.topic).length > 0;
  if (hasTopic) for (const source of order) await add(source, request.topic, false);
  const fitting = chosen.length;
  for (const source of new Set([...order, ...atHand])) await add(source, "", false);
  for (const source of new Set([...order, ...atHand])) await add(source, "", true);
  return {
    // Those that fit best would come first otherwise.
    questions: hasTopic ? shuffle(chosen, seededRandom(`${request.seed}/mix/${choosing.done}`)) : chosen,
    note: hasTopic && fitting < chosen.length ? shortfall(request.topic, fitting, chosen.length) : "",
  };
};

const shortfall = (topic: string, fitting: number, of: number): string =>
  fitting === 0
    ? `I know no questions about “${topic}”, so here is a mix of everything.`
    : `I have ${fitting} fresh ${fitting === 1 ? "question" : "questions"} about “${topic}”; the other ${of - fitting} are a mix of everything.`;
