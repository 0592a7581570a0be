import type { Model } from "../model/model.ts";
import type { Packs } from "../packs/packs.ts";
import type { Log } from "../telemetry/log.ts";
import { bankSource, readBank } from "./bank.ts";
import { duplicateIndex } from "./duplicates.ts";
import { factsSource } from "./facts/source.ts";
import { modelSource } from "./model/source.ts";
import { openTdbSource } from "./opentdb/source.ts";
import type { Pace } from "./pace.ts";
import { packSource } from "./pack-source.ts";
import type { QuestionSource } from "./source.ts";
import type { QuestionStore } from "./store.ts";

export type SourcesOptions = {
  /** Undefined where no model is configured. */
  readonly model: Model | undefined;
  readonly store: QuestionStore;
  readonly packs: Packs;
  readonly pace: Pace;
  /** The address of Open Trivia DB, or "off". */
  readonly openTdbUrl: string;
  readonly log: Log;
  /** ms since 1970. */
  readonly now: () => number;
  readonly newId: () => string;
  /** Whether a text may be read by anybody. */
  readonly isFit: (text: string) => boolean;
};

export type Sources = {
  /** By name: all that this server has. */
  readonly all: ReadonlyMap<string, QuestionSource>;
  readonly stop: () => Promise<void>;
};

/** Every source of questions that the configuration allows. */
export const openSources = async (options: SourcesOptions): Promise<Sources> => {
  const { model, store, packs, pace, openTdbUrl: url, log, now, newId, isFit } = options;
  const bank = bankSource(await readBank());
  const all: QuestionSource[] = [bank, factsSource(), packSource(packs)];
  if (model !== undefined) {
    const known = duplicateIndex();
    for (const { prompt, choices, key } of bank.questions) known.add(prompt, choices[key]);
    all.push(modelSource({ model, store, known, log, now, clock: () => performance.now(), newId, isFit }));
  }
  const openTdb = url === "off" ? undefined : openTdbSource({ url, store, pace, log, now });
  if (openTdb !== undefined) all.push(openTdb);
  return {
    all: new Map(all.map((source) => [source.name, source])),
    stop: async () => openTdb?.stop(),
  };
};
