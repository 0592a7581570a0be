import { type AskOptions, type Model, ModelError } from "../../model/model.ts";
import { screen, type ScreenOptions } from "../screen.ts";
import type { Scene } from "../talk.ts";
import { dataOf } from "./data.ts";
import { isEcho } from "./echo.ts";
import { finished, lineSoFar } from "./line.ts";
import { systemFor } from "./rules.ts";

type Speaker = { readonly id: string; readonly name: string; readonly prompt: string };

export type Brain = {
  /** A line that may be shown, or undefined when there is none, whatever the reason. The caller has a script for that. */
  readonly speak: (scene: Scene, speaker: Speaker, options: AskOptions) => Promise<string | undefined>;
};

export type ModelBrainOptions = {
  readonly model: Model;
  readonly isFit?: ScreenOptions["isFit"];
};

const longestMs = 10_000;
const mostRead = 400;
/** Models that think before they speak need most of them for that; reading stops with the line. */
const maxTokens = 500;

/** A brain that has a model say what fits the scene. While a question is open it says nothing. */
export const modelBrain = ({ model, isFit }: ModelBrainOptions): Brain => ({
  speak: async (scene, speaker, { signal, timeoutMs }) => {
    if (scene.game.phase === "question") return undefined;
    const system = systemFor(speaker);
    const messages = [{ role: "user" as const, content: dataOf(scene, speaker.name) }];
    const limits = { signal, timeoutMs: Math.min(timeoutMs, longestMs) };
    const sentences = scene.occasion.type === "story" ? 1 : 2;
    try {
      const pieces = model.say({ system, messages, temperature: 0.8, maxTokens }, limits);
      const line = await readLine(pieces, speaker.name, sentences);
      if (signal.aborted || isEcho(line, scene)) return undefined;
      const screened = screen(line, { names: scene.others, systemText: system, isFit });
      return screened.ok ? screened.text : undefined;
    } catch (error) {
      // The model's own gate counts and logs its faults.
      if (error instanceof ModelError) return undefined;
      throw error;
    }
  },
});

/** Reads no more than a line takes; leaving the loop ends the request. */
const readLine = async (pieces: AsyncIterable<string>, name: string, sentences: number): Promise<string> => {
  let said = "";
  for await (const piece of pieces) {
    said += piece.slice(0, mostRead);
    const line = lineSoFar(said, name, sentences);
    if (line !== undefined) return line;
    if (said.length >= mostRead) break;
  }
  return finished(said.slice(0, mostRead), name, sentences);
};
