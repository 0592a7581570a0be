import { type DraftChoice, type Item, type KeyHint, fault, question } from "./draft.ts";

const choiceLine = /^([A-Z])(?:[.)]\s+|\))(.*)$/is;
const answerLine = /^(?:CORRECT )?ANSWERS?\s*[:=]\s*(.*)$/is;
const feedbackLine = /^(?:FEEDBACK|EXPLANATION)\s*:\s*(.*)$/is;

/** A question, its choices `A.` or `A)`, and `ANSWER: X`. */
export function* readAiken(text: string): Generator<Item> {
  let block = new Block();
  let afterBlank = false;
  for (const [index, raw] of text.split("\n").entries()) {
    const line = raw.trim();
    if (line === "") {
      afterBlank = true;
      continue;
    }
    const feedback = block.answered ? feedbackLine.exec(line)?.[1] : undefined;
    if (feedback !== undefined) block.feedback.push(feedback);
    else {
      if (block.answered || (afterBlank && block.startsAnother(line))) {
        yield block.item();
        block = new Block();
      }
      block.add(line, index + 1);
    }
    afterBlank = false;
  }
  if (!block.empty) yield block.item();
}

class Block {
  #line = 0;
  readonly #prompt: string[] = [];
  readonly #choices: DraftChoice[] = [];
  #key: KeyHint | undefined;
  readonly feedback: string[] = [];

  get empty(): boolean {
    return this.#line === 0;
  }

  get answered(): boolean {
    return this.#key !== undefined;
  }

  /** Whether a line after a blank one is the next question, and this one has ended without its answer. */
  startsAnother(line: string): boolean {
    return !this.empty && !answerLine.test(line) && this.#choiceOf(line) === undefined;
  }

  add(line: string, at: number): void {
    if (this.#line === 0) this.#line = at;
    const key = answerLine.exec(line)?.[1];
    const choice = this.#choiceOf(line);
    const last = this.#choices.at(-1);
    if (key !== undefined) this.#key = { text: key, line: at, kind: "any" };
    else if (choice !== undefined) this.#choices.push({ text: choice, line: at });
    else if (last === undefined) this.#prompt.push(line);
    else this.#choices[this.#choices.length - 1] = { ...last, text: `${last.text} ${line}` };
  }

  /** The text of the next choice in order; anything else goes on with what was there before. */
  #choiceOf(line: string): string | undefined {
    const [, letter, text] = choiceLine.exec(line) ?? [];
    const expected = String.fromCharCode(65 + this.#choices.length);
    return letter?.toUpperCase() === expected && this.#prompt.length > 0 ? text : undefined;
  }

  item(): Item {
    if (this.#prompt.length > 0 && this.#choices.length === 0 && this.#key === undefined) {
      return fault(this.#line, "choices", "there are no choices: they are to begin with A), B), …");
    }
    const key = this.#key;
    const letter = /^([A-Z])[.)]?$/i.exec(key?.text ?? "")?.[1];
    const isPlace = letter !== undefined && letter.toUpperCase().charCodeAt(0) - 65 < this.#choices.length;
    const hint: KeyHint | undefined = isPlace ? { ...key, text: letter, kind: "letter" } : key;
    return question({
      line: this.#line,
      prompt: this.#prompt.join("\n"),
      choices: this.#choices,
      keys: hint === undefined ? [] : [hint],
      explanation: this.feedback.join("\n"),
    });
  }
}
