import { computed, effect, untracked } from "@preact/signals";
import { listening, speaking } from "../sound/settings.ts";
import { lobby } from "../store.ts";
import { abilities } from "./abilities.ts";
import { readByBrowser } from "./browser-voice.ts";
import { type Part, readByServer } from "./server-voice.ts";
import { answerAloud, questionAloud } from "../../../src/protocol/spoken.ts";

/** What there is to be read now: "" for nothing. It changes when something else is. */
const due = computed((): string => {
  const { game, status } = lobby.value ?? {};
  if (status !== "in-progress" || game === undefined || game.question.id === "") return "";
  if (game.phase === "question") return `question ${game.question.id}`;
  return game.phase === "reveal" && !game.reveal.struck ? `answer ${game.question.id}` : "";
});

/** Reads each question aloud, and its answer, until what it gives is called. Whoever speaks is not talked over. */
export const startReading = (): (() => void) => {
  const stop = effect(() => {
    const [part = "", question = ""] = due.value.split(" ");
    if (part === "" || listening.value) return undefined;
    const over = new AbortController();
    const text = untracked(() => textOf(part as Part));
    void read(part as Part, question, text, over.signal);
    return () => over.abort();
  });
  return stop;
};

const textOf = (part: Part): string => {
  const { question, reveal } = lobby.value?.game ?? {};
  if (question === undefined || reveal === undefined) return "";
  return part === "question" ? questionAloud(question) : answerAloud({ ...question, ...reveal });
};

const read = async (part: Part, question: string, text: string, signal: AbortSignal): Promise<void> => {
  const code = lobby.peek()?.code ?? "";
  const { aloud } = await abilities();
  if (signal.aborted || text === "") return;
  speaking.value = true;
  signal.addEventListener("abort", () => (speaking.value = false));
  try {
    if (!aloud || !(await readByServer(code, question, part, signal))) await readByBrowser(text, signal);
  } finally {
    if (!signal.aborted) speaking.value = false;
  }
};
