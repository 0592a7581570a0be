import { asksForStory, endsStory } from "./script/scripted.ts";
import type { Heard } from "./talk.ts";

/** After so many sentences a story has been told. */
const longest = 16;
/** After so many ms without a sentence it has been forgotten. */
const forgottenMs = 300_000;

/** The story that people and bots write together, turn by turn, once somebody has asked for one. */
export class StoryTime {
  #sentences: string[] | undefined;
  #latestAt = 0;
  /** How many sentences the bots have told. */
  turns = 0;

  /** What has been told so far when it is a bot's turn after this line; undefined when there is no story. */
  hear({ text, at }: Heard, now: number): readonly string[] | undefined {
    if (this.#sentences !== undefined && now - this.#latestAt > forgottenMs) this.end();
    this.#latestAt = at;
    if (this.#sentences === undefined) {
      if (!asksForStory(text)) return undefined;
      this.#sentences = [];
      this.turns = 0;
      return [];
    }
    this.#sentences.push(text);
    const soFar = [...this.#sentences];
    if (endsStory(text) || soFar.length >= longest) this.end();
    return soFar;
  }

  /** A bot's sentence. */
  told(text: string): void {
    this.#sentences?.push(text);
    this.turns++;
  }

  end(): void {
    this.#sentences = undefined;
  }
}
