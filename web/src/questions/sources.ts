import { computed, signal } from "@preact/signals";
import { client } from "../session.ts";

/** The names of sources as people know them, in the order in which they are offered. */
export const sourceNames: Readonly<Record<string, string>> = {
  auto: "Best for the topic",
  bank: "Our own questions",
  facts: "Facts made by rule",
  model: "AI model",
  opentdb: "Open Trivia DB",
  pack: "One of my packs",
};

/** A word about each, for who wonders. */
export const sourceHints: Readonly<Record<string, string>> = {
  auto: "Takes what fits the topic best, from everywhere.",
  bank: "Questions that came with this server.",
  facts: "Countries, flags, words, elements and more, made of facts that are known to be right.",
  model: "New questions on any topic, written and checked while you wait.",
  opentdb: "Questions by the people of opentdb.com, under CC BY-SA 4.0.",
};

/** Sources for which the number of questions at hand says much: others make or fetch more. */
const countable: ReadonlySet<string> = new Set(["bank", "facts"]);

type Supply = { readonly name: string; readonly supply: number };

/** What this server has, and how much of it on which topic; undefined until it has been heard. */
const known = signal<{ readonly topic: string; readonly sources: readonly Supply[] } | undefined>(undefined);

/** Asks the server what it has on a topic. Without an answer there is the choice of the server alone. */
export const askSupplies = async (topic: string): Promise<void> => {
  if (known.value?.topic === topic) return;
  const found = await client.http.get("/api/sources", { query: { topic } }).catch(() => undefined);
  if (found !== undefined) known.value = { topic, ...(found.data as { readonly sources: readonly Supply[] }) };
};

/** The same, for who only wants to know what there is: never in the way of one who asks about a topic. */
export const askSourcesOnce = async (): Promise<void> => {
  if (known.value !== undefined) return;
  const found = await client.http.get("/api/sources", { query: { topic: "" } }).catch(() => undefined);
  if (found === undefined || known.value !== undefined) return;
  known.value = { topic: "", ...(found.data as { readonly sources: readonly Supply[] }) };
};

/** Whether this server has an AI model, which may play, too. */
export const hasModel = computed(() => known.value?.sources.some(({ name }) => name === "model") ?? false);

/** The sources to choose from. */
export const offered = (): readonly string[] => {
  const there = new Set(["auto", ...(known.value?.sources ?? []).map(({ name }) => name)]);
  return Object.keys(sourceNames).filter((name) => there.has(name));
};

/** How many questions a source has, in words; "" when nobody knows, or it says little. */
export const supplyText = (source: string): string => {
  const { topic = "", sources = [] } = known.value ?? {};
  const supply = sources.find(({ name }) => name === source)?.supply;
  if (supply === undefined || !countable.has(source)) return "";
  const about = topic === "" ? "" : ` about ${topic}`;
  if (supply === 0) return topic === "" ? "" : `None${about} yet: others are put in their place.`;
  return `It has ${supply === 1 ? "one question" : `${supply.toLocaleString("en")} questions`}${about}.`;
};
