import { computed, signal } from "@preact/signals";
import { client } from "../session.ts";
import { say } from "../text/say.ts";

type Words = { readonly name: () => string; readonly hint: () => string };

/** The sources, in the order in which they are offered. */
const sources = new Map<string, Words>([
  ["auto", { name: () => say("host:source.auto"), hint: () => say("host:source.autoHint") }],
  ["bank", { name: () => say("host:source.bank"), hint: () => say("host:source.bankHint") }],
  ["facts", { name: () => say("host:source.facts"), hint: () => say("host:source.factsHint") }],
  ["model", { name: () => say("host:source.model"), hint: () => say("host:source.modelHint") }],
  ["opentdb", { name: () => "Open Trivia DB", hint: () => say("host:source.opentdbHint") }],
  ["pack", { name: () => say("host:source.pack"), hint: () => "" }],
]);

/** The name of a source as people know it; "" for one that nobody knows. */
export const sourceName = (source: string): string => sources.get(source)?.name() ?? "";

/** A word about a source, for who wonders. */
export const sourceHint = (source: string): string => sources.get(source)?.hint() ?? "";

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
  return [...sources.keys()].filter((name) => there.has(name));
};

/** How many questions a source has, in words; "" when nobody knows, or it says little. */
export const supplyText = (source: string): string => {
  const { topic = "", sources: supplies = [] } = known.value ?? {};
  const supply = supplies.find(({ name }) => name === source)?.supply;
  if (supply === undefined || !countable.has(source)) return "";
  if (supply === 0) return topic === "" ? "" : say("host:source.none", { topic });
  return topic === ""
    ? say("host:source.supply", { count: supply })
    : say("host:source.supplyOn", { count: supply, topic });
};
