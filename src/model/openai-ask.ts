import type { ChatCompletionCreateParamsNonStreaming } from "openai/resources/chat/completions";
import { z } from "zod";
import { jsonIn } from "./json.ts";
import { type Ask, failed, type ModelAnswer, type ModelFailure } from "./model.ts";
import type { Complaint, Failure } from "./openai-failure.ts";
import { type Rung, rungBelow } from "./openai-profile.ts";
import { type Line, objectOf, send, type Wish } from "./openai-send.ts";

/** As much of an answer as we read. What is left out or is something else counts as not said. */
const completion = z.object({
  model: z.string().max(200).optional().catch(undefined),
  choices: z
    .array(
      z.object({
        finish_reason: z.string().nullish().catch(undefined),
        message: z.object({ content: z.string().nullish(), refusal: z.string().nullish().catch(undefined) }),
      }),
    )
    .catch([]),
  usage: z.object({ prompt_tokens: z.number(), completion_tokens: z.number() }).nullish().catch(undefined),
});
type Reply = z.output<typeof completion>;

/**
 * Asks for JSON on the best rung that the server is known to have, and once more on the next one, if there is one,
 * when the answer is no use.
 */
export const askOn = async <T>(line: Line, ask: Ask<T>): Promise<ModelAnswer<T>> => {
  const { profile } = line;
  const wire = wireOf(line, ask);
  if (wire === undefined) return failed("rejected", "the schema can't be put on the wire");
  const tokens = { input: 0, output: 0 };
  const first = await descend(line, ask, wire, profile.rungFor(ask.name), tokens);
  if (first.answer.ok) profile.note(first.rung, true);
  if (first.answer.ok || first.answer.fault !== "nonsense") return first.answer;
  const second = await descend(line, ask, wire, rungBelow(first.rung) ?? first.rung, tokens);
  // Nonsense on both rungs is the model's doing, not the rung's.
  if (second.answer.ok || second.answer.fault !== "nonsense") profile.note(first.rung, false);
  return second.answer;
};

type Wire = ReturnType<Line["formatOf"]>;

const wireOf = <T>({ formatOf }: Line, { schema, name }: Ask<T>): Wire | undefined => {
  try {
    return formatOf(schema, name);
  } catch {
    return undefined;
  }
};

/** Asks on a rung, or on the first one below it that the server takes a request on. */
const descend = async <T>(
  line: Line,
  ask: Ask<T>,
  wire: Wire,
  from: Rung,
  tokens: { input: number; output: number },
): Promise<{ readonly rung: Rung; readonly answer: ModelAnswer<T> }> => {
  let refused: Complaint | undefined;
  for (let rung = from; ;) {
    const sent = await request(line, ask, bodyOf(ask, wire, rung));
    if (sent.ok) {
      if (refused !== undefined) line.profile.settle(rung, refused === "schema" ? ask.name : undefined);
      const { usage, model = line.model } = sent.value;
      tokens.input += usage?.prompt_tokens ?? 0;
      tokens.output += usage?.completion_tokens ?? 0;
      const read = valueOf(sent.value, ask);
      return { rung, answer: read.ok ? { ...read, model, tokens: { ...tokens } } : read };
    }
    const below = isAboutFormat(sent) ? rungBelow(rung) : undefined;
    if (below === undefined) return { rung, answer: failed(sent.fault, sent.message) };
    refused ??= sent.about;
    rung = below;
  }
};

const isAboutFormat = ({ about }: Failure): boolean =>
  about === "format" || about === "schema" || about === "something";

type Body = Pick<ChatCompletionCreateParamsNonStreaming, "messages" | "response_format">;

const request = (line: Line, wish: Wish, body: Body) =>
  send(line, wish, async (parameters) => {
    const { client, model, deadline } = line;
    const { signal } = deadline;
    return replyOf(await client.chat.completions.create({ model, ...body, ...parameters }, { signal }));
  });

const bodyOf = <T>({ system, user }: Ask<T>, wire: Wire, rung: Rung): Body => {
  const described =
    `${system}\n\nAnswer with one JSON object and nothing else: no words around it, no code fence. ` +
    `It has to match this JSON Schema:\n${JSON.stringify(wire.json_schema.schema)}`;
  const messagesWith = (rules: string): Body["messages"] => [
    { role: "system", content: rules },
    { role: "user", content: user },
  ];
  switch (rung) {
    case "json_schema":
      return { messages: messagesWith(system), response_format: wire };
    case "json_object":
      return { messages: messagesWith(described), response_format: { type: "json_object" } };
    case "prompt":
      return { messages: messagesWith(described) };
  }
};

const replyOf = (answer: unknown): Reply => {
  const read = completion.safeParse(objectOf(answer));
  return read.success ? read.data : { choices: [] };
};

const valueOf = <T>(
  { choices: [choice] }: Reply,
  { schema }: Ask<T>,
): { readonly ok: true; readonly value: T } | ModelFailure => {
  if (choice === undefined) return failed("nonsense", "the answer has no choice");
  const { content, refusal } = choice.message;
  if (choice.finish_reason === "content_filter") return failed("refused", "a content filter stopped it");
  if (choice.finish_reason === "length") return failed("truncated", "the answer ran into its limit of length");
  if (isSaid(refusal)) return failed("refused", "it declined");
  if (!isSaid(content)) return failed("nonsense", "the answer is empty");
  let isJson = false;
  for (const candidate of jsonIn(content)) {
    isJson = true;
    const parsed = schema.safeParse(candidate);
    if (parsed.success) return { ok: true, value: parsed.data };
  }
  return failed("nonsense", isJson ? "the answer has another form" : "the answer is not JSON");
};

const isSaid = (words: string | null | undefined): words is string =>
  words !== undefined && words !== null && words !== "";
