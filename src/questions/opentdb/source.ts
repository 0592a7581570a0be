import { setTimeout as sleep } from "node:timers/promises";
import type { Question } from "../../core/game.ts";
import type { Log } from "../../telemetry/log.ts";
import type { Pace } from "../pace.ts";
import type { Made, QuestionRequest, QuestionSource } from "../source.ts";
import type { QuestionStore } from "../store.ts";
import { topicWords } from "../text.ts";
import { categoryFor, keptUnder, type Match } from "./categories.ts";
import { clientOf } from "./client.ts";
import type { Encoding } from "./decode.ts";
import { Fetcher, queue } from "./fetcher.ts";

/** What is owed to the people who wrote the questions, for every place that credits somebody. */
export const openTdbAttribution =
  "Questions of the source “opentdb” are from Open Trivia DB (https://opentdb.com), written by its users, " +
  "under CC BY-SA 4.0 (https://creativecommons.org/licenses/by-sa/4.0/). Their spelling of signs was changed to plain text.";

export type OpenTdbOptions = {
  /** Its address; "off" asks nobody and gives only what was fetched before. */
  readonly url: string;
  readonly store: QuestionStore;
  readonly pace: Pace;
  readonly log: Log;
  readonly now: () => number;
  /** From one request to the next, over all processes: it allows one in 5 s. */
  readonly everyMs?: number;
  /** For one answer. */
  readonly timeoutMs?: number;
  /** How long a game waits for questions that have to be fetched. */
  readonly patienceMs?: number;
  /** Requests of this process in a day. */
  readonly daily?: number;
  readonly encoding?: Encoding;
};

/** A game waits for its turn to ask so long at most. */
const longestSlotMs = 5000;
/** With fewer kept questions of a category, more are fetched for later. */
const plenty = 250;

/** Questions of Open Trivia DB: those kept here at once, more when it answers. */
export const openTdbSource = (options: OpenTdbOptions): QuestionSource & { readonly stop: () => Promise<void> } => {
  const { url, store, pace, log, now } = options;
  const { everyMs = 5100, timeoutMs = 8000, patienceMs = 9000, daily = 150, encoding = "base64" } = options;
  const source = "opentdb";
  const client = clientOf({ url, encoding, timeoutMs });
  const provenance = { licence: "CC BY-SA 4.0", address: url };
  const fetcher =
    url === "off" ? undefined : new Fetcher({ client, encoding, pace, store, log, now, everyMs, daily, provenance });

  return {
    name: source,
    supply: async (topic) => {
      const match = categoryFor(topic);
      return match === undefined ? 0 : store.count(source, keptUnder(match.category));
    },
    async *make(request, signal) {
      const match = categoryFor(request.topic);
      if (match === undefined) return;
      const { category } = match;
      const not = new Set([...request.asked, ...request.hidden]);
      const { suits } = request;
      const find = (limit: number) => found(store, match, { limit, not, seed: `${request.seed}/opentdb` }, suits);

      const ready = await find(request.count);
      const isShort = ready.length < request.count;
      // Before anything is given, as nobody may listen afterwards.
      if (!isShort && (await store.count(source, keptUnder(category))) < plenty) void fetcher?.fetch(category, false);
      if (ready.length > 0) yield { questions: ready, ...noteOn(match, request.topic, ready) };
      if (!isShort || signal.aborted) return;
      const wait = await pace.wait(queue);
      const job = fetcher?.fetch(category, ready.length === 0);
      if (job === undefined || wait > longestSlotMs) return;
      yield { stage: "fetching" };
      if ((await within(patienceMs, job, signal)) === 0 || signal.aborted) return;
      for (const { id } of ready) not.add(id);
      const more = await find(request.count - ready.length);
      if (more.length > 0) yield { questions: more, ...noteOn(match, request.topic, [...ready, ...more]) };
    },
    stop: async () => fetcher?.stop(),
  };
};

/** What a job gives, or 0 when it takes longer than it may; it goes on then. */
const within = async (patienceMs: number, job: Promise<number>, signal: AbortSignal): Promise<number> => {
  const done = new AbortController();
  const limit = sleep(patienceMs, 0, { signal: AbortSignal.any([signal, done.signal]), ref: false }).catch(() => 0);
  const fresh = await Promise.race([job, limit]);
  done.abort();
  return fresh;
};

type Wish = { readonly limit: number; readonly not: ReadonlySet<string>; readonly seed: string };

/** Of so many of a category's questions those are chosen that speak of the topic. */
const wide = 500;

/** Kept questions of the category, those first that speak of what it leaves open. */
const found = async (
  store: QuestionStore,
  { category, open }: Match,
  wish: Wish,
  suits: QuestionRequest["suits"],
): Promise<readonly Question[]> => {
  const limit = open.length === 0 && suits === undefined ? wish.limit : wide;
  const kept = await store.find({ ...wish, limit, source: "opentdb", topic: keptUnder(category) });
  const all = suits === undefined ? kept : kept.filter(suits);
  if (open.length === 0) return all.slice(0, wish.limit);
  return all
    .map((question) => ({ question, fit: saidOf(question, open) }))
    .toSorted((a, b) => b.fit - a.fit)
    .slice(0, wish.limit)
    .map(({ question }) => question);
};

/** How many of these words a question holds. */
const saidOf = ({ prompt, choices }: Question, open: readonly string[]): number => {
  const words = new Set(topicWords([prompt, ...choices].join(" ")));
  return open.filter((word) => words.has(word)).length;
};

const noteOn = ({ category, open }: Match, topic: string, questions: readonly Question[]): Made => {
  const fitting = questions.filter((question) => saidOf(question, open) === open.length).length;
  if (category === undefined || fitting === questions.length) return {};
  return { note: `Open Trivia DB knows “${topic}” only as a part of ${category.name}.` };
};
