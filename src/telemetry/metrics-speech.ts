import { Counter, Histogram, type Registry } from "prom-client";

/** Figures of reading aloud and of understanding speech. */
export type SpeechMetrics = {
  /** What came of something that was to be read or understood; how long the server took, in seconds, if it was asked. */
  readonly spoke: (kind: "read" | "hear", outcome: string, seconds?: number) => void;
};

export const speechMetrics = (registers: Registry[]): SpeechMetrics => {
  const requests = new Counter({
    name: "parlor_speech_total",
    help: "Texts to be read aloud and recordings to be understood, by what came of it",
    labelNames: ["kind", "outcome"],
    registers,
  });
  const times = new Histogram({
    name: "parlor_speech_seconds",
    help: "How long the server for speech took, failures included",
    labelNames: ["kind"],
    buckets: [0.25, 0.5, 1, 2, 3, 5, 8],
    registers,
  });
  // Known from the start: an increase from nothing is not seen as one.
  for (const kind of ["read", "hear"])
    for (const outcome of ["done", "spent", "unreachable", "too_slow", "unauthorized"])
      requests.inc({ kind, outcome }, 0);
  return {
    spoke: (kind, outcome, seconds) => {
      requests.inc({ kind, outcome });
      if (seconds !== undefined) times.observe({ kind }, seconds);
    },
  };
};
