import { ModelError, type ModelFailure, type Say } from "./model.ts";
import { failureOf } from "./openai-failure.ts";
import { type Line, send } from "./openai-send.ts";

/** Says something piece by piece. Ends quietly when the asker has stopped it; throws a ModelError when it fails. */
export async function* sayOn(line: Line, say: Say): AsyncGenerator<string> {
  const { client, model, deadline } = line;
  const messages = [{ role: "system" as const, content: say.system }, ...say.messages];
  const sent = await send(line, say, (parameters) =>
    client.chat.completions.create({ model, messages, stream: true, ...parameters }, { signal: deadline.signal }),
  );
  if (!sent.ok) return endWith(sent);
  let finish: string | null | undefined;
  try {
    for await (const { choices } of sent.value) {
      const choice = choices?.[0];
      finish = choice?.finish_reason ?? finish;
      const { content, refusal } = choice?.delta ?? {};
      if (typeof refusal === "string" && refusal !== "") throw new ModelError("refused", "it declined");
      if (typeof content === "string" && content !== "") yield content;
    }
  } catch (error) {
    if (error instanceof ModelError) throw error;
    return endWith(failureOf(error, deadline));
  }
  // The SDK ends its loop as if all had been said when the signal is aborted.
  if (deadline.over !== undefined) return endWith(failureOf(undefined, deadline));
  if (finish === "content_filter") throw new ModelError("refused", "a content filter stopped it");
  if (finish === "length") throw new ModelError("truncated", "it ran into its limit of length");
  if (typeof finish !== "string") throw new ModelError("unreachable", "it broke off");
}

/** Who has stopped it knows. */
export const endWith = ({ fault, message }: Pick<ModelFailure, "fault" | "message">): void => {
  if (fault !== "stopped") throw new ModelError(fault, message);
};
