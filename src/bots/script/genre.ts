/**
 * A kind of story. In its sentences `{a}` is somebody or something new, `{who}` somebody and `{thing}` something from
 * the last sentences, `{hero}` who the story is about. A sentence may follow a few words of the bot that tells it, so
 * each begins with a word that needs no capital.
 */
export type Genre = {
  /** Words, or beginnings of words, by which a wish or a first sentence shows it. */
  readonly signs: readonly string[];
  /** Who or what it may begin with. */
  readonly cast: readonly string[];
  readonly openings: readonly string[];
  readonly rise: readonly string[];
  readonly middle: readonly string[];
  readonly turn: readonly string[];
  readonly ending: readonly string[];
  /** Each ends the story. */
  readonly closing: readonly string[];
};
