import { asksForAnother, asksForStory, endsStory, isAside, wishesEnding } from "./script/scripted.ts";
import type { Heard, Occasion } from "./talk.ts";

/** After so many sentences a story has been told. */
const longest = 16;
/** After so many ms without a sentence it has been forgotten. */
const forgottenMs = 300_000;

type StoryTurn = Extract<Occasion, { readonly type: "story" }>;

type Told = { readonly wish: string; readonly sentences: string[]; readonly byPeople: string[] };

/** The story that people and bots write together, turn by turn, once somebody has asked for one. */
export class StoryTime {
  #told: Told | undefined;
  #latestAt = 0;

  /** What a person's line makes due: a bot's sentence, nothing any more, or (null) what was due before. */
  hear({ text, at }: Heard, now: number): StoryTurn | undefined | null {
    if (this.#told !== undefined && now - this.#latestAt > forgottenMs) this.end();
    const isAsked = this.#told === undefined ? asksForStory(text) : asksForAnother(text);
    if (this.#told === undefined && !isAsked) return undefined;
    if (!isAsked && isAside(text)) return null;
    this.#latestAt = at;
    if (isAsked) this.#told = { wish: text, sentences: [], byPeople: [] };
    const told = this.#told as Told;
    const closes = !isAsked && wishesEnding(text);
    const isOver = !isAsked && !closes && endsStory(text);
    if (!isAsked && !closes) {
      told.sentences.push(text);
      told.byPeople.push(text);
    }
    if (closes || isOver || told.sentences.length >= longest) this.end();
    if (isOver) return undefined;
    const { wish, sentences, byPeople } = told;
    return { type: "story", soFar: [...sentences], wish, byPeople: [...byPeople], closes };
  }

  /** A bot's sentence. */
  told(text: string): void {
    this.#told?.sentences.push(text);
    if (endsStory(text)) this.end();
  }

  end(): void {
    this.#told = undefined;
  }
}
