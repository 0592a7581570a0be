import type { Random } from "../core/random.ts";
import type { Turn } from "./gate.ts";
import type { SeenState } from "./lobby-feed.ts";
import type { Persona } from "./personas.ts";
import { offerLine, scripted } from "./script/scripted.ts";
import type { Scene } from "./talk.ts";

/** A bot at the table, as its company sees it. */
export type Speaker = {
  readonly id: string;
  readonly persona: Persona;
  /** What its own frames have shown it. */
  readonly state: () => SeenState | undefined;
  readonly typing: (on: boolean) => void;
  readonly say: (text: string) => void;
  /** Offers the others a game. */
  readonly suggest: () => void;
};

/** A line of a model, and whether another may come. */
type Said = { readonly text: string; readonly isLast: boolean };

/**
 * Speaks with a model's words: lines, each as soon as it is there, and none when there are none to be had. `person`
 * asked for it, "" when nobody did.
 */
export type Voice = (
  scene: Scene,
  speaker: Pick<Speaker, "persona">,
  options: {
    readonly lobby: string;
    readonly person: string;
    /** How many lines it may have at most. */
    readonly lines: number;
    readonly signal: AbortSignal;
  },
) => AsyncGenerator<Said, void>;

/** Words that were found for a turn; whether they may be said is another question. */
export type Words = Said & { readonly byModel: boolean };

type Wish = Parameters<Voice>[2] & {
  readonly turn: Turn;
  readonly scene: Scene;
  readonly persona: Persona;
  readonly voice: Voice | undefined;
  readonly random: Random;
};

/** A model's words where there are some, or else a line of the script. */
export async function* wordsFor(wish: Wish): AsyncGenerator<Words, void> {
  const { turn, scene, persona, voice, random } = wish;
  if (turn.offer) return yield { text: offerLine(persona, random), isLast: true, byModel: false };
  let isSaid = false;
  try {
    for await (const said of turn.scriptedOnly || voice === undefined ? [] : voice(scene, { persona }, wish)) {
      isSaid = true;
      yield { ...said, byModel: true };
    }
  } catch {
    // People hear the script instead; whoever asked the model has counted and logged what was wrong.
  }
  const text = isSaid ? undefined : scripted(persona, scene, random);
  if (text !== undefined) yield { text, isLast: true, byModel: false };
}
