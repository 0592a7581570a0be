import { signal } from "@preact/signals";
import { type Hearing, type Recogniser, TalkError, type TalkFault } from "./recogniser.ts";

/** How far somebody's speaking is. */
export type TalkState =
  | { readonly at: "rest" }
  | { readonly at: "opening" }
  | { readonly at: "listening"; readonly partial: string }
  | { readonly at: "thinking" }
  | { readonly at: "fault"; readonly fault: TalkFault };

export type TalkOptions = {
  readonly recogniser: Recogniser;
  readonly language: () => string;
  /** Likeliest first; at least one. */
  readonly onHeard: (said: readonly string[]) => void;
  readonly onListening: (on: boolean) => void;
};

/** Nobody is listened to for longer. */
const longestMs = 15_000;
/** A shorter press begins what a second one ends; a longer one ends when it is let go. */
const holdMs = 350;

/** Push to talk: held, or pressed to begin and again to end, for who can't hold. */
export class Talk {
  readonly state = signal<TalkState>({ at: "rest" });
  readonly #options: TalkOptions;
  #hearing: Hearing | undefined;
  #pressedAt = 0;
  #limit: ReturnType<typeof setTimeout> | undefined;

  constructor(options: TalkOptions) {
    this.#options = options;
  }

  get isBusy(): boolean {
    const { at } = this.state.value;
    return at === "opening" || at === "listening";
  }

  press(now: number): void {
    if (this.isBusy) return this.finish();
    if (this.state.value.at === "thinking") return;
    this.#pressedAt = now;
    this.#begin();
  }

  /** The button is let go. */
  release(now: number): void {
    if (this.isBusy && now - this.#pressedAt >= holdMs) this.finish();
  }

  finish(): void {
    if (!this.isBusy) return;
    this.#hearing?.finish();
    this.#to({ at: "thinking" });
  }

  cancel(): void {
    const hearing = this.#hearing;
    this.#hearing = undefined;
    hearing?.cancel();
    this.#to({ at: "rest" });
  }

  #begin(): void {
    this.#to({ at: "opening" });
    const hearing: Hearing = this.#options.recogniser({
      language: this.#options.language(),
      onOpen: () => {
        if (this.state.value.at === "opening") this.#to({ at: "listening", partial: "" });
      },
      onPartial: (partial) => {
        if (this.state.value.at === "listening") this.#to({ at: "listening", partial });
      },
    });
    this.#hearing = hearing;
    clearTimeout(this.#limit);
    this.#limit = setTimeout(() => this.finish(), longestMs);
    void this.#take(hearing);
  }

  async #take(hearing: Hearing): Promise<void> {
    const isCurrent = (): boolean => this.#hearing === hearing;
    try {
      const said = await hearing.heard;
      if (!isCurrent()) return;
      this.#hearing = undefined;
      this.#to({ at: "rest" });
      this.#options.onHeard(said);
    } catch (error) {
      if (!isCurrent()) return;
      this.#hearing = undefined;
      this.#to({ at: "fault", fault: error instanceof TalkError ? error.fault : "failed" });
    }
  }

  #to(state: TalkState): void {
    this.state.value = state;
    if (!this.isBusy) clearTimeout(this.#limit);
    this.#options.onListening(this.isBusy);
  }
}
