import "../../style/mode-story.css";
import { useState } from "preact/hooks";
import { say } from "../../text/say.ts";
import { asMarkdown, asText, save } from "./files.ts";
import type { Line } from "./round.ts";

type Props = { readonly title: string; readonly language: string; readonly lines: readonly Line[] };

/** A story with its authors. */
export const Sentences = ({ language, lines }: Omit<Props, "title">) => (
  <ol class="sentences" lang={language} data-testid="sentences">
    {lines.map(({ player, name, text }, index) => (
      <li key={`${index} ${player}`}>
        <span dir="auto">{text === "" ? say("modeStory:erased") : text}</span>
        {player !== "" && <bdi class="author">{name}</bdi>}
      </li>
    ))}
  </ol>
);

/** A story that is over, to be read, copied and kept. */
export const Whole = ({ title, language, lines }: Props) => {
  const [note, setNote] = useState("");
  const copy = async (): Promise<void> => {
    // Without a secure context there is no clipboard; the files are there all the same.
    const done = await navigator.clipboard?.writeText(asText(title, lines)).then(
      () => true,
      () => false,
    );
    setNote(say(done ? "modeStory:copied" : "modeStory:notCopied"));
  };
  return (
    <section class="card story whole" aria-labelledby="story-title" data-testid="story">
      <h2 id="story-title">{say("modeStory:whole")}</h2>
      <Sentences language={language} lines={lines} />
      <div class="actions">
        <button onClick={() => void copy()}>{say("modeStory:copy")}</button>
        <button onClick={() => save("story.txt", "text/plain", asText(title, lines))}>
          {say("modeStory:save", { type: ".txt" })}
        </button>
        <button onClick={() => save("story.md", "text/markdown", asMarkdown(title, lines))}>
          {say("modeStory:save", { type: ".md" })}
        </button>
      </div>
      <p class="muted" role="status">
        {note}
      </p>
    </section>
  );
};
