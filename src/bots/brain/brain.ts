import { type AskOptions, type Model, ModelError } from "../../model/model.ts";
import { screen } from "../screen.ts";
import type { Scene } from "../talk.ts";
import { across } from "./across.ts";
import { dataOf } from "./data.ts";
import { isEcho } from "./echo.ts";
import { finished, lineSoFar } from "./line.ts";
import { systemFor } from "./rules.ts";

type Speaker = { readonly id: string; readonly name: string; readonly prompt: string };

/** A line, and whether another may come. */
type Line = { readonly text: string; readonly isLast: boolean };

type SpeakOptions = AskOptions & {
  /** How many lines it may have at most, where there is so much to say. */
  readonly lines: number;
};

export type Brain = {
  /**
   * Lines that may be shown, each as soon as it is there; none when there are none to be had, whatever the reason.
   * The caller has a script for that.
   */
  readonly speak: (scene: Scene, speaker: Speaker, options: SpeakOptions) => AsyncGenerator<Line, void>;
};

const longestMs = 10_000;
const mostRead = 400;
/** Models that think before they speak need most of them for that; reading stops with the last line. */
const maxTokens = 500;

/** A brain that has a model say what fits the scene. While a question is open it says nothing. */
export const modelBrain = ({ model }: { readonly model: Model }): Brain => ({
  speak: async function* (scene, speaker, { signal, timeoutMs, lines }) {
    if (scene.game.phase === "question") return;
    const system = systemFor(speaker);
    const messages = [{ role: "user" as const, content: dataOf(scene, speaker.name, lines) }];
    const limits = { signal, timeoutMs: Math.min(timeoutMs, longestMs) };
    const sentences = scene.occasion.type === "story" ? 1 : 2;
    const screened = (text: string) => screen(text, { names: scene.others, systemText: system });
    let before = "";
    try {
      const pieces = model.say({ system, messages, temperature: 0.8, maxTokens }, limits);
      for await (const { text: line, isLast } of readLines(pieces, speaker.name, sentences, lines)) {
        if (signal.aborted || line === before || isEcho(line, scene)) return;
        const looked = screened(line);
        if (!looked.ok) return;
        if (before !== "" && !across(before, line).every((text) => screened(text).ok)) return;
        before = line;
        yield { text: looked.text, isLast };
      }
    } catch (error) {
      // The model's own gate counts and logs its faults.
      if (!(error instanceof ModelError)) throw error;
    }
  },
});

/** Reads no more than the lines take; leaving the loop ends the request. What is broken off is not said. */
async function* readLines(
  pieces: AsyncIterable<string>,
  name: string,
  sentences: number,
  lines: number,
): AsyncGenerator<Line, void> {
  let said = "";
  let before = "";
  let left = lines;
  for await (const piece of pieces) {
    said += piece.slice(0, mostRead);
    const line = lineSoFar(said, name, { sentences, before, isLast: left === 1 });
    if (line !== undefined) {
      yield { text: line, isLast: left === 1 };
      left--;
      if (left === 0) return;
      before = `${before} ${line}`.trim();
    }
    if (said.length >= lines * mostRead) break;
  }
  const last = finished(said.slice(0, lines * mostRead), name, { sentences, before, isLast: true });
  if (last !== "") yield { text: last, isLast: true };
}
