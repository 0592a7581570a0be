import { type DraftChoice, type Item, question } from "./draft.ts";

/** Blocks of `#Q question`, `^ answer` and `A `, `B `, … choices; each of them may go on in the next lines. */
export function* readOpenTriviaQa(text: string): Generator<Item> {
  let block: Block | undefined;
  for (const [index, line] of text.split("\n").entries()) {
    const asked = /^\s*#Q(?:\s(.*)|$)/.exec(line);
    if (asked !== null) {
      if (block !== undefined) yield block.item();
      block = new Block(index + 1, asked[1] ?? "");
    } else block?.add(line, index + 1);
  }
  if (block !== undefined) yield block.item();
}

class Block {
  readonly #line: number;
  readonly #prompt: string[];
  #answer: { readonly line: number; readonly text: string[] } | undefined;
  readonly #choices: { readonly line: number; readonly text: string[] }[] = [];

  constructor(line: number, prompt: string) {
    this.#line = line;
    this.#prompt = [prompt];
  }

  add(raw: string, line: number): void {
    const text = raw.trim();
    if (this.#answer === undefined && text.startsWith("^")) {
      this.#answer = { line, text: [text.slice(1)] };
      return;
    }
    const letter = String.fromCharCode(65 + this.#choices.length);
    if (this.#answer !== undefined && text.startsWith(letter) && /^.(?:\s|$)/.test(text)) {
      this.#choices.push({ line, text: [text.slice(1)] });
      return;
    }
    if (text !== "") (this.#choices.at(-1)?.text ?? this.#answer?.text ?? this.#prompt).push(text);
  }

  item(): Item {
    const answer = this.#answer;
    return question({
      line: this.#line,
      prompt: this.#prompt.join("\n"),
      choices: this.#choices.map(({ line, text }): DraftChoice => ({ line, text: text.join(" ") })),
      keys: answer === undefined ? [] : [{ kind: "text", line: answer.line, text: answer.text.join(" ") }],
    });
  }
}
