const open = "<think>";
const close = "</think>";

/** A text without the thoughts that some local models begin with; they are for nobody's eyes. */
export async function* withoutThoughts(pieces: AsyncIterable<string>): AsyncGenerator<string> {
  let held = "";
  let phase: "beginning" | "thinking" | "talking" = "beginning";
  for await (const piece of pieces) {
    held += piece;
    if (phase === "beginning") {
      const begun = held.trimStart();
      if (begun.length < open.length && open.startsWith(begun)) continue;
      phase = begun.startsWith(open) ? "thinking" : "talking";
    }
    if (phase === "thinking") {
      const end = held.indexOf(close);
      // The end mark may come in two pieces.
      held = end === -1 ? held.slice(-close.length) : held.slice(end + close.length).trimStart();
      if (end === -1) continue;
      phase = "talking";
    }
    if (held !== "") yield held;
    held = "";
  }
  if (phase === "beginning" && held !== "") yield held;
}
